"""The forms of the screens about people."""
