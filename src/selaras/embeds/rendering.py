"""How a fact stands in a text. It fails closed: no code, no silent old value, no hole."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from selaras.embeds.fact_slots import DRAWN, FactSlot, Part
from selaras.embeds.reading import Reading, ShownFact, current_reading
from selaras.embeds.slots import collected, filling, placed
from selaras.embeds.spec import EmbedSpec


def render(spec: EmbedSpec | None) -> SafeString:
    """The HTML of one embed for whoever reads now; `spec` None is an embed beyond recognition."""
    reader = current_reading()
    if reader is None:
        return render_to_string("embeds/fact_without_reader.html")
    return render_shown(reader, reader.show(spec))


def notes(reader: Reading) -> list[SafeString]:
    """The notes of all facts that the text has shown, in order, for the list at its end."""
    return [_drawn(Part.SOURCE, reader, shown) for shown in reader.shown]


def render_shown(reader: Reading, shown: ShownFact) -> SafeString:
    return _drawn(Part.TEXT, reader, shown)


def _drawn(part: Part, reader: Reading, shown: ShownFact) -> SafeString:
    """As HTML, or as a slot where slots are collected."""

    def html() -> SafeString:
        return DRAWN[part](shown, reader.published_on)

    if shown.spec is None or collected() is None:
        return html()
    return placed(_slot(part, reader, shown.number, shown.spec), html)


def _slot(part: Part, reader: Reading, number: int, spec: EmbedSpec) -> FactSlot:
    with filling():
        seen = reader.seen(spec)
    published_at, published_on = reader.published_at, reader.published_on
    return FactSlot(
        part=part,
        number=number,
        fact_type=str(spec.fact_type),
        region=spec.region or reader.region.pk,
        format=spec.format,
        as_of=spec.as_of.isoformat() if spec.as_of else "",
        seen=seen,
        published_at=published_at.isoformat() if published_at else "",
        published_on=published_on.isoformat() if published_on else "",
    )
