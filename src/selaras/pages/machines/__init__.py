"""What machines read: feeds, sitemaps, structured data, share pictures, security.txt.

Their addresses have no language: each answers the same on every public host's root.
"""
