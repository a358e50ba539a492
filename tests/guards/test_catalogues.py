"""Everything that citizens read exists in both languages, and the compiled catalogues are fresh."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from support.catalogues import LANGUAGES, LOCALE, path_of

SOURCE = LOCALE.parent


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The messages that stand in the source now, read by gettext's own tool."""
    if shutil.which("xgettext") is None:
        if os.environ.get("CI"):
            pytest.fail("xgettext is missing: apt-get install gettext")
        pytest.skip("xgettext is missing: apt-get install gettext")
    copy = tmp_path_factory.mktemp("source") / "selaras"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("tests", "locale", "__pycache__"))
    (copy / "locale").mkdir()
    command = ["makemessages", "--locale", "en", "--keep-pot", "--verbosity", "0"]
    django_admin = Path(sys.executable).with_name("django-admin")
    subprocess.run([django_admin, *command], cwd=copy, check=True, timeout=120)
    return {entry.msgid for entry in polib.pofile(str(copy / "locale" / "django.pot"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(messages: set[str], language: str) -> None:
    catalogue = polib.pofile(str(path_of(language, ".po")))
    translated = {entry.msgid for entry in catalogue.translated_entries()}
    assert sorted(messages - translated) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_left_over(messages: set[str], language: str) -> None:
    kept = {entry.msgid for entry in polib.pofile(str(path_of(language, ".po")))}
    assert sorted(kept - messages) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_the_same(language: str) -> None:
    def said(catalogue: polib._BaseFile[polib.POEntry]) -> dict[str, object]:
        return {entry.msgid: entry.msgstr_plural or entry.msgstr for entry in catalogue}

    source = polib.pofile(str(path_of(language, ".po")))
    compiled = polib.mofile(str(path_of(language, ".mo")))
    assert said(compiled) == said(source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_message(language: str) -> None:
    for entry in polib.pofile(str(path_of(language, ".po"))):
        for text in (entry.msgstr, *entry.msgstr_plural.values()):
            places = {place.partition(")")[0] for place in entry.msgid.split("%(")[1:]}
            assert all(f"%({place})" in text for place in places if text), entry.msgid
