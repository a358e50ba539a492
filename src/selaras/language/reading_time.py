"""About how long a text takes to read."""

# A round figure for silent reading by adults, a choice and not a measurement; screens say "about".
WORDS_PER_MINUTE = 200


def reading_minutes(text: str) -> int:
    """Whole minutes, at least one, for a text without markup."""
    return max(1, round(len(text.split()) / WORDS_PER_MINUTE))
