"""Full-text engines behind one small contract: an embedded one, and one for many machines.

Text arrives as words that are already analysed, separated by blanks, so that every engine finds
and ranks the same; what a word is, and what it means, is not known here.
"""
