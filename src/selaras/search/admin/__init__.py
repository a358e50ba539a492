"""Screens for editors: what people ask, why a result stands where it does, and what is set."""
