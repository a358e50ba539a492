"""The people of an institution: who holds which role in it, from when to when."""
