"""The order in which a text is cleaned."""

from selaras.pages.wordpress.cleaning.characters import one_line, tidied
from selaras.pages.wordpress.cleaning.inline import plain
from selaras.pages.wordpress.cleaning.markup import embeds_of_lone_addresses, plain_html
from selaras.pages.wordpress.cleaning.notes import Notes
from selaras.pages.wordpress.cleaning.paragraphs import with_paragraphs
from selaras.pages.wordpress.cleaning.parsing import parsed
from selaras.pages.wordpress.cleaning.shortcodes import without_shortcodes
from selaras.pages.wordpress.cleaning.walking import Walker
from selaras.pages.wordpress.content import Cleaned


def clean(text: str) -> Cleaned:
    """The parts of a text as WordPress stored it, whatever it is; raises nothing.

    What cannot be kept is said in `notes`.
    """
    notes = Notes()
    html = plain_html(tidied(text), notes)
    html = without_shortcodes(embeds_of_lone_addresses(html), notes)
    walker = Walker(notes)
    walker.walk(parsed(with_paragraphs(html)))
    return Cleaned(walker.body.finished(), notes.sentences(), plain_text(walker.teaser))


def plain_text(html: str) -> str:
    """The words of HTML on one line."""
    return one_line(plain(parsed(html), Notes()))
