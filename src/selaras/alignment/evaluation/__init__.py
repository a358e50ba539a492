"""How right the comparison is, measured on texts whose errors are known."""
