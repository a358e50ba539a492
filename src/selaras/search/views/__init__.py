"""Searching over HTTP: the page, suggestions while typing, feeds, and what browsers are told."""
