"""Lighthouse on the simulated slow phone: `make lighthouse`. Needs Node 20 and chromium."""
