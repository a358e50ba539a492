"""Titles: searched by their words, and cut where they are too long."""

from django.db.models import Q


def titled(words: str) -> Q:
    """All of these words in the title; everything where there are none."""
    found = Q()
    for word in words.replace("\0", "").split()[:8]:
        found &= Q(title__icontains=word)
    return found


def cut(text: str, most: int) -> str:
    """The text, or as many of its words as fit, with `…`."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return f"{(whole or text)[: most - 1].rstrip(' ,;:')}…"
