"""Outlines of regions that an operator brings: read, matched, simplified, drawn as maps."""
