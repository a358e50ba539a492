"""Small helpers without models, usable by every room."""
