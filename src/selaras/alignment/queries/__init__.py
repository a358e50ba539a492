"""Reads of the alignment room: the words that texts are read with, the facts they are held to."""
