"""From a question to an order: what is asked of the index, and what is made of what it finds."""
