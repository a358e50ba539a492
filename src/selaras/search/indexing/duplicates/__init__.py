"""One text at several places is one result: found by MinHash, compared, and given a head."""
