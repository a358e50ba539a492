"""Instructions: what named institutions must do by when, and what became of it with each."""
