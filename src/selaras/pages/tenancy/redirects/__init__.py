"""Redirects of old addresses: Wagtail's are everybody's, these are an institution's."""
