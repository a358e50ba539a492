"""The words of the national index, by which spelling is mended, and its synonyms: by process."""

import threading
import time
from collections.abc import Sequence

from selaras.language.searching.spelling import Speller
from selaras.language.searching.synonyms import Thesaurus
from selaras.search import schema
from selaras.search.synonyms import groups
from selaras.textindex.contract import Snapshot

MOST_WORDS = 500_000
RENEWED_AFTER = 300.0  # seconds; a word that is new until then is searched for as it is typed


class _Spelling:
    """The first caller waits for the first speller; later ones are made beside the requests."""

    def __init__(self) -> None:
        self._speller: Speller | None = None
        self._made_at = 0.0
        self._lock = threading.Lock()

    def get(self, snapshot: Snapshot) -> Speller:
        speller = self._speller
        if speller is None:
            with self._lock:
                return self._speller or self._make(snapshot)
        if time.monotonic() - self._made_at > RENEWED_AFTER:
            self._made_at = time.monotonic()
            threading.Thread(target=self._make, args=(snapshot,), daemon=True).start()
        return speller

    def _make(self, snapshot: Snapshot) -> Speller:
        made = Speller(dict(snapshot.terms(schema.WORDS, most=MOST_WORDS)))
        self._speller, self._made_at = made, time.monotonic()
        return made

    def forget(self) -> None:
        self._speller = None


_spelling = _Spelling()
_thesaurus: tuple[Sequence[Sequence[str]], Thesaurus] | None = None


def speller(snapshot: Snapshot) -> Speller:
    """Some minutes old at most. Raises what the engine raises."""
    return _spelling.get(snapshot)


def thesaurus() -> Thesaurus:
    """Of the groups as they are now; made again only where they changed."""
    global _thesaurus  # noqa: PLW0603 one for each process
    now = groups()
    if _thesaurus is None or _thesaurus[0] is not now:
        _thesaurus = now, Thesaurus(now)
    return _thesaurus[1]


def forget_words() -> None:
    """The next question reads the words of the index again."""
    _spelling.forget()
