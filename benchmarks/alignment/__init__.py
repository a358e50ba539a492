"""Benchmarks of reading texts, and of comparing again what they said."""
