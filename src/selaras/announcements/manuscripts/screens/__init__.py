"""The editors' screens of announcements."""
