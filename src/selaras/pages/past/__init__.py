"""What the public saw: a record of every publication, and pages rendered as of a moment.

`services` writes the record in the transaction that publishes; `shadows` lets one connection read
the tables as they were; `rendering` asks the product itself for the page inside of them.
"""
