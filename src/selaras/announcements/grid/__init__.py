"""Facts by region as people keep them: in a grid, a spreadsheet or a file. Reads, never writes.

`reading` takes a text, a clipboard or a file apart into rows as typed, `checking` says of each
row what it means or what is wrong with it, `content` is how a manuscript keeps them, and
`presenting` makes the form.
"""
