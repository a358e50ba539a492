"""The comparison itself, on plain values: no database, no web.

read(text) -> mentions          what the text states, and of which region and time
judge(mention, knowledge)       what the facts known on a day say of it
check(text, …) -> findings      both, with the figures that do not fit each other
"""

# Raised with every change by which a text is read otherwise: what is kept is then read again.
READING = 1
