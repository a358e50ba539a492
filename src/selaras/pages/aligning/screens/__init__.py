"""What the editor asks while somebody writes."""
