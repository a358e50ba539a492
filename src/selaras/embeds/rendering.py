"""How a fact stands in a text. It fails closed: no code, no silent old value, no hole."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from selaras.embeds.reading import Reading, ShownFact, current_reading
from selaras.embeds.spec import EmbedSpec
from selaras.embeds.words import Note, note_of

TEMPLATE = "embeds/fact.html"


def render(spec: EmbedSpec | None) -> SafeString:
    """The HTML of one embed for whoever reads now; `spec` None is an embed beyond recognition."""
    reader = current_reading()
    if reader is None:
        return render_to_string("embeds/fact_without_reader.html")
    return render_shown(reader, reader.show(spec))


def notes(reader: Reading) -> list[Note]:
    """The notes of all facts that the text has shown, in order, for the list at its end."""
    return [note_of(shown, reader) for shown in reader.shown]


def render_shown(reader: Reading, shown: ShownFact) -> SafeString:
    note = note_of(shown, reader)
    return render_to_string(TEMPLATE, {"shown": shown, "text": note.text, "note": note})
