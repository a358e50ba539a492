"""How well texts are found, measured beside other engines on the same documents and queries."""
