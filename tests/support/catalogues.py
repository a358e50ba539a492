"""The gettext catalogues. Indonesian is the source: its catalogue says each message as it is."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[2] / "src" / "selaras" / "locale"
LANGUAGES = ("en", "id")
TEXT = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
METADATA = {
    "en": {**TEXT, "Plural-Forms": "nplurals=2; plural=(n != 1);"},
    "id": {**TEXT, "Plural-Forms": "nplurals=1; plural=0;"},
}


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
    """Without the dates that gettext writes: they would make every catalogue differ each time."""
    for language in LANGUAGES:
        catalogue = polib.pofile(str(path_of(language, ".po")))
        catalogue.header = "The words of Selaras's screens, in the language of the folder."
        catalogue.metadata_is_fuzzy = False
        catalogue.metadata = {"Language": language, **METADATA[language]}
        catalogue.save()
        catalogue.save_as_mofile(str(path_of(language, ".mo")))


if __name__ == "__main__":
    fill_indonesian()
    compile_all()
