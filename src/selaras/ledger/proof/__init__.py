"""The log: what was announced, stated and done, so that a quiet change of it is found.

A room below all that is kept in it: it knows leaves and their kinds, never what they mean.
"""
