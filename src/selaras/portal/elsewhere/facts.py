"""One fact for a website elsewhere: the words that an embed has on our own sites, and no others."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from selaras.embeds.reading import Reading, ShownFact
from selaras.embeds.spec import EmbedSpec
from selaras.embeds.words import note_of, text_of
from selaras.facts.formats import Format, last_moment_words, moment_words
from selaras.facts.models import FactType
from selaras.facts.results import Outcome, State
from selaras.institutions.models import Region
from selaras.portal.elsewhere.addresses import fact_address
from selaras.portal.facts import validity_words

VERSION = 1
FORMATS = (Format.SHORT, Format.SENTENCE)


def told(
    fact_type: FactType, region: Region, published_at: datetime | None = None
) -> dict[str, Any]:
    """All that a page elsewhere shows; a fixed number of queries.

    The words of the fact are Indonesian, as it was stated; `captions` are in the language spoken
    now. `published_at` is when the page was published: a value that changed since says so.
    """
    reader = Reading(region, published_at=published_at)
    specs = {form: EmbedSpec(fact_type.pk, form, region.pk) for form in FORMATS}
    reader.load(specs.values())
    shown = {form: reader.look(spec) for form, spec in specs.items()}
    one = shown[Format.SHORT]
    if one.outcome is None:
        raise ValueError("a type and a region that are there have an outcome")
    note = note_of(one, reader.published_on)
    owner = fact_type.owner
    return {
        "version": VERSION,
        "kind": "fact",
        "demonstration": settings.DEMONSTRATION,
        "invented": note.demonstration,
        "type": fact_type.key,
        "region": {"code": region.pk, "name": region.full_name},
        "label": fact_type.label,
        "title": note.label,
        "state": state_of(one, one.outcome),
        "holds": one.outcome.state is State.CURRENT,
        "tone": note.tone,
        "text": {form.value: text_of(shown[form]) for form in FORMATS},
        "validity": _validity(one, one.outcome),
        "note": _note(one, one.outcome, reader),
        "details": [{"name": name, "text": text} for name, text in note.lines],
        **_period(one.outcome),
        "source": {"name": _source(one.outcome), "url": note.source_url},
        "owner": {
            "slug": owner.slug,
            "name": owner.name,
            "short_name": owner.short_name,
            "url": f"{owner.url}/",
        },
        "url": fact_address(fact_type, region),
        "updated_at": _updated(one.outcome, reader),
        "language": get_language() or settings.LANGUAGE_CODE,
        "captions": captions(),
    }


def captions() -> dict[str, str]:
    """What stands beside the words of a fact."""
    return {
        "official": _("Fakta resmi"),
        "source": _("Sumber"),
        "owner": _("Ditetapkan oleh"),
        "open": _("Lihat di portal resmi"),
        "changed": _("(diperbarui)"),
        "invented": _("(data peragaan)"),
    }


def state_of(shown: ShownFact, outcome: Outcome) -> str:
    """A state of facts; of what holds also `changed`, and `retired` where its type has ended."""
    if outcome.state is State.CURRENT and outcome.fact_type.retired_at is not None:
        return "retired"
    return "changed" if shown.changed else outcome.state.value


def _validity(shown: ShownFact, outcome: Outcome) -> str:
    found = outcome.resolved
    if found is None:
        return ""
    if outcome.state is State.UPCOMING:
        return f"Mulai berlaku {moment_words(found.valid_from, found.reader)}"
    if outcome.state is State.ENDED and found.valid_to is not None:
        return f"Berlaku sampai {last_moment_words(found.valid_to, found.reader)}"
    return validity_words(found, shown.since or found.valid_from)


def _note(shown: ShownFact, outcome: Outcome, reader: Reading) -> str:
    """What must be known before the value is used; empty where it simply holds."""
    remarks = {
        State.ENDED: "Masa berlakunya sudah berakhir.",
        State.UPCOMING: "Belum berlaku.",
        State.WITHDRAWN: f"Ditarik oleh {outcome.fact_type.owner.name}.",
        State.NEVER: f"Belum ditetapkan untuk {outcome.reader.full_name}.",
    }
    said = [remarks[outcome.state]] if outcome.state in remarks else []
    said += [
        text for name, text in note_of(shown, reader.published_on).lines if name == "Keterangan"
    ]
    return " ".join(said)


def _period(outcome: Outcome) -> dict[str, str | None]:
    found = outcome.resolved
    end = found.valid_to if found else None
    return {
        "valid_from": found.valid_from.isoformat() if found else None,
        "valid_to": end.isoformat() if end else None,
    }


def _source(outcome: Outcome) -> str:
    return outcome.resolved.version.source if outcome.resolved else ""


def _updated(outcome: Outcome, reader: Reading) -> str | None:
    """When these words became right: stated, begun or ended; None where no value is left."""
    found = outcome.resolved
    if found is None:
        return None
    moments = [found.stated_at, found.valid_from, found.valid_to, outcome.fact_type.retired_at]
    past = [one for one in moments if one is not None and one <= reader.now]
    return max(past, default=found.stated_at).isoformat()
