"""Who has read what before it is published: review, emergency publication, comments on drafts.

The room knows no pages. What is reviewed is a subject by kind and key, in a version by number and
fingerprint; the room above says what its content is, and carries out what was decided.
"""
