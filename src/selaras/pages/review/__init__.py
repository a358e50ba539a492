"""Review of pages: Wagtail's workflow, what follows from decisions, and the screens of both."""
