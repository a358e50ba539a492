"""Domains that institutions bring: claimed, proved by DNS, and made canonical."""
