"""The demonstration country: marked as such on every page and in JSON, never indexed."""
