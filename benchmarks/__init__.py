"""Benchmarks. Each figure is a ratio to something that stands beside it in the same run."""
