"""One search over everything official: the fact first, then the best pages of all institutions."""
