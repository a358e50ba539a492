"""Editors read Indonesian, also where Wagtail speaks."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import polib
import pytest
from django.utils import translation

from support import wagtail_words
from support.wagtail_words import DOMAINS, FOLDER, Key

WORD = re.compile(r"[A-Za-z]{2,}")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Words that are the same in both languages. Add one only after looking it up in the dictionary.
THE_SAME = {"alias", "editor", "format", "id", "minimum", "slug", "status", "tag", "token", "url"}

# Wagtail's list of search results leaves this name empty: it would say "None".
LEFT_OUT = {"%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s": "%(model_name)s"}


class Tags(HTMLParser):
    """The tags of a text with their attributes, in order of opening, and whether all closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.open: list[str] = []
        self.balanced = True
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag


def spoken(domain: str) -> Iterator[tuple[Key, str, str]]:
    """Each message, its plural, and what the editors' screens say for it."""
    ours = wagtail_words.ours(domain)
    for key, word in wagtail_words.words_of(domain).items():
        text = wagtail_words.said(ours[key]) if key in ours else word.theirs
        yield key, word.plural, text


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_of_wagtail_is_in_indonesian(domain: str) -> None:
    assert wagtail_words.missing(domain) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_catalogue_holds_nothing_that_wagtail_says_itself(domain: str) -> None:
    assert wagtail_words.stale(domain) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_is_left_in_english(domain: str) -> None:
    same = {
        word
        for key, _, text in spoken(domain)
        if text == key.singular
        for word in WORD.findall(PLACE.sub("", text).lower())
    }
    assert sorted(same - THE_SAME) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_places(domain: str) -> None:
    for key, plural, text in spoken(domain):
        places = [sorted(PLACE.findall(each)) for each in (key.singular, plural) if each]
        # A singular without a number ("1 page") cannot speak for every number.
        allowed = places[-1:] if not places[0] else places
        kept = PLACE.findall(text + LEFT_OUT.get(key.singular, ""))
        assert sorted(kept) in allowed, key.singular


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_tags_and_their_attributes(domain: str) -> None:
    for key, _, text in spoken(domain):
        english, indonesian = Tags(key.singular), Tags(text)
        assert indonesian.balanced, key.singular
        assert indonesian.open == [], key.singular
        assert indonesian.seen == english.seen, key.singular


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_space_at_its_ends(domain: str) -> None:
    for key, _, text in spoken(domain):
        english = key.singular
        assert text[:1].isspace() == english[:1].isspace(), english
        assert text[-1:].isspace() == english[-1:].isspace(), english


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_catalogue_is_certain_and_has_one_form(domain: str) -> None:
    catalogue = polib.pofile(str(FOLDER / f"{domain}.po"))
    assert catalogue.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert [entry.msgid for entry in catalogue if entry.fuzzy] == []
    assert [entry.msgid for entry in catalogue if set(entry.msgstr_plural) - {0}] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_fresh(domain: str) -> None:
    source = polib.pofile(str(FOLDER / f"{domain}.po"))
    compiled = polib.mofile(str(FOLDER / f"{domain}.mo"))
    assert {(entry.msgctxt, entry.msgid): wagtail_words.said(entry) for entry in compiled} == {
        (entry.msgctxt, entry.msgid): wagtail_words.said(entry) for entry in source
    }


def test_django_asks_our_catalogue_first() -> None:
    with translation.override("id"):
        for key, plural, text in spoken("django"):
            if plural:
                found = translation.ngettext(key.singular, plural, 2)
            elif key.context:
                found = translation.pgettext(key.context, key.singular)
            else:
                found = translation.gettext(key.singular)
            assert found == text
