"""Published pages, kept as pieces with slots: as fast as files, and right within the second.

`front` answers from what is kept; `making` asks the product itself for a page and notes on what
it depended; `state` knows what has changed since, told by `watching`; `values` fills the slots.
`store` is a file outside the database, so that pages stay readable without one.
"""
