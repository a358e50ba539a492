"""Pages and official facts: what they say otherwise is shown where it is written and decided."""
