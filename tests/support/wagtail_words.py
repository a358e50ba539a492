"""The editors' screens are Wagtail's; this keeps its words in Indonesian.

Wagtail translates a part of them, in words of its own. Our catalogue holds the others, and
those that we say otherwise; Django asks it first. It follows Wagtail's English catalogues.
"""

import importlib.util
import os
import sys
from pathlib import Path
from typing import NamedTuple

import polib
from django.conf import settings

from support.catalogues import LOCALE, METADATA

FOLDER = LOCALE / "wagtail" / "id" / "LC_MESSAGES"
PACKAGES = ("wagtail", "taggit")
DOMAINS = ("django", "djangojs")
INDONESIAN = "id_ID"


class Key(NamedTuple):
    context: str | None
    singular: str


class Word(NamedTuple):
    """What else is known of a message: its plural, Wagtail's own translation, its apps."""

    plural: str
    theirs: str
    apps: tuple[str, ...]


def installed() -> list[str]:
    return [app for app in settings.INSTALLED_APPS if app.split(".")[0] in PACKAGES]


def words_of(domain: str) -> dict[Key, Word]:
    """Every message of the installed apps. Where two apps have it, the first one translates."""
    words: dict[Key, Word] = {}
    for app in installed():
        theirs = _read(_folder_of(app, INDONESIAN) / f"{domain}.po")
        for key, entry in _read(_folder_of(app, "en") / f"{domain}.po").items():
            translated = said(theirs[key]) if key in theirs else ""
            known = words.get(key, Word(entry.msgid_plural, "", ()))
            words[key] = known._replace(
                plural=known.plural or entry.msgid_plural,
                theirs=known.theirs or translated,
                apps=(*known.apps, app),
            )
    return words


def ours(domain: str) -> dict[Key, polib.POEntry]:
    return _read(FOLDER / f"{domain}.po")


def said(entry: polib.POEntry) -> str:
    """What a message says in Indonesian, which has one form for every number."""
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr


def missing(domain: str) -> list[Key]:
    """What nobody has translated."""
    kept = ours(domain)
    return [
        key
        for key, word in words_of(domain).items()
        if not (key in kept and said(kept[key])) and not word.theirs
    ]


def stale(domain: str) -> list[Key]:
    """What we keep although Wagtail no longer says it, or now says the same in Indonesian."""
    words = words_of(domain)
    return [
        key
        for key, entry in ours(domain).items()
        if key not in words or (words[key].theirs and words[key].theirs == said(entry))
    ]


def refresh(domain: str) -> None:
    """Drop what is stale, add what is missing as an empty message, and compile."""
    kept, dropped = ours(domain), set(stale(domain))
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = "Wagtail's words in Indonesian: those it lacks, and those we say otherwise."
    catalogue.metadata = {"Language": "id", **METADATA["id"]}
    for key, word in words_of(domain).items():
        if key in kept and key not in dropped:
            catalogue.append(_entry(key, word, said(kept[key])))
        elif not word.theirs:
            catalogue.append(_entry(key, word, ""))
    catalogue.save(str(FOLDER / f"{domain}.po"))
    catalogue.save_as_mofile(str(FOLDER / f"{domain}.mo"))


def _entry(key: Key, word: Word, text: str) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=key.context, msgid=key.singular)
    entry.occurrences = [(app, "") for app in word.apps]
    if word.plural:
        entry.msgid_plural, entry.msgstr_plural = word.plural, {0: text}
    else:
        entry.msgstr = text
    return entry


def _read(path: Path) -> dict[Key, polib.POEntry]:
    """The messages of a catalogue, without guesses that nobody has confirmed."""
    if not path.exists():
        return {}
    catalogue = polib.pofile(str(path))
    return {Key(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.fuzzy}


def _folder_of(app: str, language: str) -> Path:
    found = importlib.util.find_spec(app)
    assert found is not None, app
    return Path(str(found.origin)).parent / "locale" / language / "LC_MESSAGES"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.config.settings.test")
    for domain in DOMAINS:
        refresh(domain)
    lacking = [key.singular for domain in DOMAINS for key in missing(domain)]
    sys.exit("\n".join(["Not translated yet:", *lacking]) if lacking else 0)
