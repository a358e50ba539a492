"""What the public hosts offer to machines, described for machines (OpenAPI 3.1)."""
