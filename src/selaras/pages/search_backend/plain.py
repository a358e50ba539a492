"""What a person typed, as both databases can take it."""

from typing import Any

from modelsearch.query import PlainText


def words_only(query: Any) -> Any:
    """A plain text without what is no word, and without the signs that break a query.

    A double quote would end the string that Wagtail puts each word into on SQLite, and PostgreSQL
    takes no NUL. Other kinds of queries stay as they are.
    """
    if not isinstance(query, PlainText):
        return query
    parts = query.query_string.replace('"', " ").replace("\0", " ").split()
    words = [part for part in parts if any(character.isalnum() for character in part)]
    return PlainText(" ".join(words), operator=query.operator, boost=query.boost)


def says_nothing(query: Any) -> bool:
    """Whether no word is left; the backends of Wagtail fail on that."""
    return isinstance(query, PlainText) and not query.query_string
