"""Whether what is written agrees with the official facts: it compares, advises, edits nothing."""
