"""What can be found, read from the rooms below as it is public now."""
