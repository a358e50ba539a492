"""The regions answer back: a formal objection to a fact, and its owner's answer in time.

An institution that speaks for a region says that a value is wrong for it, and why. The fact stays
as it is until its owner corrects it: an objection changes nothing by itself.
"""
