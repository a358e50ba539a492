"""Who may reach the routes of pages, and those of Wagtail that this room brings."""
