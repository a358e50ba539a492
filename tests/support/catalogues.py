"""The gettext catalogues. Indonesian is the source: its catalogue says each message as it is."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[2] / "src" / "selaras" / "locale"
LANGUAGES = ("en", "id")


def path_of(language: str, suffix: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django{suffix}"


def fill_indonesian() -> None:
    """Every message of the Indonesian catalogue is its own translation."""
    catalogue = polib.pofile(str(path_of("id", ".po")))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgid_plural)
        else:
            entry.msgstr = entry.msgid
        if "fuzzy" in entry.flags:
            entry.flags.remove("fuzzy")
    catalogue.save()


def compile_all() -> None:
    for language in LANGUAGES:
        catalogue = polib.pofile(str(path_of(language, ".po")))
        catalogue.save_as_mofile(str(path_of(language, ".mo")))


if __name__ == "__main__":
    fill_indonesian()
    compile_all()
