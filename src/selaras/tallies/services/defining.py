"""Describe a count: what is counted, by whom, and for which options."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from selaras.institutions.models import Institution, Region, Topic
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record
from selaras.tallies.errors import OptionsFixed
from selaras.tallies.models import Option, Tally
from selaras.tallies.stated import make_fact_types


@dataclass(frozen=True, slots=True)
class OptionDefinition:
    key: str
    column: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Definition:
    """Everything about a count but its counts. Without a topic no facts are stated."""

    slug: str
    title: str
    short_title: str
    publisher: Institution
    region: Region
    topic: Topic | None
    fact_prefix: str
    source_name: str
    source_url: str
    instrument: str
    decided_on: date | None
    options: tuple[OptionDefinition, ...]


@dataclass(frozen=True, slots=True)
class Defined:
    """The tally, and whether this call made it, changed it, or found it as it is."""

    tally: Tally
    created: bool
    changed: bool


def define(*, definition: Definition, actor: Actor) -> Defined:
    """Make the tally with this slug, or bring its words up to date; repeatable.

    Raises `MayNotSpeak` if the topic belongs to another institution, and `OptionsFixed` if the
    keys of the options would change after a version was published; then nothing is written.
    """
    if definition.topic is not None:
        require_owner(topic=definition.topic, speaker=definition.publisher)
    with transaction.atomic():
        found = Tally.objects.select_for_update().filter(slug=definition.slug).first()
        if found is not None:
            _require_same_keys(found, definition)
            if _described(found) == definition:
                return Defined(found, created=False, changed=False)
        tally = _write(found or Tally(slug=definition.slug), definition)
        make_fact_types(tally)
        record(
            actor=actor,
            institution=definition.publisher.slug,
            action="tallies.define",
            object_kind="tally",
            object_id=tally.slug,
            details={"title": tally.title, "options": [one.key for one in definition.options]},
        )
        advance_epoch(tally.change_key)
    return Defined(tally, created=found is None, changed=True)


def _require_same_keys(tally: Tally, definition: Definition) -> None:
    keys = list(tally.options.values_list("key", flat=True))
    moved = keys != [one.key for one in definition.options]
    if (moved or tally.region_id != definition.region.pk) and tally.versions.exists():
        raise OptionsFixed(
            f'Pilihan dan cakupan rekapitulasi "{tally.title}" tidak dapat diubah lagi.',
            f"Sudah ada hitungannya. Pilihannya: {', '.join(keys)}.",
        )


def _described(tally: Tally) -> Definition:
    """The definition that would leave the tally as it is."""
    return Definition(
        slug=tally.slug,
        title=tally.title,
        short_title=tally.short_title,
        publisher=tally.publisher,
        region=tally.region,
        topic=tally.topic,
        fact_prefix=tally.fact_prefix,
        source_name=tally.source_name,
        source_url=tally.source_url,
        instrument=tally.instrument,
        decided_on=tally.decided_on,
        options=tuple(
            OptionDefinition(one.key, one.column, one.name, one.short)
            for one in tally.options.all()
        ),
    )


def _write(tally: Tally, definition: Definition) -> Tally:
    tally.title = definition.title
    tally.short_title = definition.short_title
    tally.publisher = definition.publisher
    tally.region = definition.region
    tally.topic = definition.topic
    tally.fact_prefix = definition.fact_prefix
    tally.source_name = definition.source_name
    tally.source_url = definition.source_url
    tally.instrument = definition.instrument
    tally.decided_on = definition.decided_on
    tally.changed_at = timezone.now()
    tally.save()
    known = {one.key: one for one in tally.options.all()}
    if list(known) != [one.key for one in definition.options]:
        tally.options.all().delete()
        known = {}
    for position, one in enumerate(definition.options, start=1):
        option = known.get(one.key) or Option(tally=tally, key=one.key)
        option.position, option.column = position, one.column
        option.name, option.short = one.name, one.short
        option.save()
    return tally
