"""What a search found, on the command line."""
