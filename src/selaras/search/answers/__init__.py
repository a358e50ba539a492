"""What a question is about, and the official facts that answer it."""
