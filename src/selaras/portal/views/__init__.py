"""The pages of the national portal."""
