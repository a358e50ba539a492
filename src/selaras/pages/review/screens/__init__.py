"""Screens of review: deciding, links for readers, what one has a view over."""
