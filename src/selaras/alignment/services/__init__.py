"""Writes of the alignment room."""
