"""Texts that were copied from central announcements, and which of them are no longer the newest.

An announcement is never edited: its versions are the announcements that took its place, region by
region. Each is kept as few hashes of short runs of words; a text is looked up by its own.
"""
