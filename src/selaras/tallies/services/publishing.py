"""Publish a state of a count: its rows, and for a final result its facts, in one transaction."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from selaras.common.events import emit
from selaras.facts import services as facts
from selaras.facts.models import FactVersion
from selaras.institutions.models import Topic
from selaras.language.numbers import format_number
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record
from selaras.tallies.checking import Checked
from selaras.tallies.errors import AlreadySuperseded, FinalStands, NotFinal
from selaras.tallies.events import TallyPublished
from selaras.tallies.models import Count, Option, Row, Tally, Version
from selaras.tallies.stated import statements_of

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Edition:
    """What is said of a state of the count beside its numbers.

    `progress` is the percentage that a partial count contains. An empty `instrument` of a final
    result is that of the tally.
    """

    partial: bool = False
    progress: Decimal | None = None
    note: str = ""
    instrument: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The version, and whether this call made it or found it already made."""

    version: Version
    created: bool


def publish(*, tally: Tally, checked: Checked, edition: Edition, actor: Actor) -> Published:
    """Publish checked counts as the next version, all or nothing.

    The same content as the newest version changes nothing. Raises `NotFinal`, `FinalStands`,
    `AlreadySuperseded`, and for a tally with a topic what `facts.services.state` raises.
    """
    require_fit(checked, edition)
    with transaction.atomic():
        tally = Tally.objects.select_for_update().get(pk=tally.pk)
        same = published_before(tally, checked, edition)
        if same is not None:
            return Published(same, created=False)
        version = _create(tally, checked, edition)
        _keep_rows(version, checked, list(tally.options.all()))
        stated = [] if edition.partial else _state(tally, version, checked, actor)
        _tell(tally, version, checked, stated, actor)
    return Published(version, created=True)


def published_before(tally: Tally, checked: Checked, edition: Edition) -> Version | None:
    """The newest version if it says just this; None if publishing would make another.

    Raises `FinalStands` and `AlreadySuperseded` where it would be refused.
    """
    newest = _newest(tally)
    if newest is None:
        return None
    digest = _digest(tally, checked, edition)
    if newest.digest == digest:
        return newest
    if newest.is_final and edition.partial:
        raise FinalStands(
            f"Hasil akhir sudah diterbitkan (versi {newest.number}).",
            "Sesudah hasil akhir hanya dapat diterbitkan hasil akhir yang baru.",
        )
    same = tally.versions.filter(digest=digest).first()
    if same is not None:
        raise AlreadySuperseded(
            f"Isi ini sama dengan versi {same.number}, yang sudah diganti versi {newest.number}.",
            "Bila memang harus kembali ke angka itu, terangkan alasannya dengan --note.",
        )
    return None


def require_fit(checked: Checked, edition: Edition) -> None:
    """Refuse a final result that is not one, and a partial one that does not say how far it is."""
    if not edition.partial and checked.status == Version.Status.PARTIAL:
        raise NotFinal(
            "Berkas ini menyatakan dirinya belum final.",
            "Terbitkan sebagai hasil sementara: --partial, dengan --progress.",
        )
    if edition.partial and edition.progress is None:
        raise NotFinal(
            "Kemajuan hasil sementara belum disebut.",
            "Tulis berapa persen data yang sudah masuk, misalnya --progress 78,11.",
        )
    if edition.progress is not None and not 0 <= edition.progress <= WHOLE:
        written = format_number(edition.progress)
        raise NotFinal(f"Kemajuan {written} persen tidak mungkin.", "Tulis 0 sampai 100.")


def _newest(tally: Tally) -> Version | None:
    return tally.versions.order_by("-number").first()


def _digest(tally: Tally, checked: Checked, edition: Edition) -> str:
    """SHA-256 over all that the version says; equal content, equal digest."""
    instrument, decided_on = _decision(tally, edition)
    progress = None if edition.progress is None else format_number(edition.progress, decimals=2)
    said = [
        checked.content, edition.partial, progress, edition.note, instrument,
        decided_on.isoformat() if decided_on else "",
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _decision(tally: Tally, edition: Edition) -> tuple[str, date | None]:
    """What the version rests on: a running count on nothing but what it names itself."""
    if edition.partial or edition.instrument:
        return edition.instrument, edition.decided_on
    return tally.instrument, edition.decided_on or tally.decided_on


def _create(tally: Tally, checked: Checked, edition: Edition) -> Version:
    newest = _newest(tally)
    instrument, decided_on = _decision(tally, edition)
    return Version.objects.create(
        tally=tally,
        number=newest.number + 1 if newest else 1,
        status=Version.Status.PARTIAL if edition.partial else Version.Status.FINAL,
        progress=edition.progress if edition.partial else None,
        instrument=instrument,
        decided_on=decided_on,
        note=edition.note,
        digest=_digest(tally, checked, edition),
        published_at=timezone.now(),
    )


def _keep_rows(version: Version, checked: Checked, options: Sequence[Option]) -> None:
    rows = Row.objects.bulk_create(
        Row(
            version=version,
            position=position,
            code=row.code,
            name=row.name,
            region=checked.regions.get(row.code),
            total=row.counted if row.total is None else row.total,
            computed=checked.computed and row.code == checked.scope,
        )
        for position, row in enumerate(checked.rows, start=1)
    )
    Count.objects.bulk_create(
        (
            Count(row=kept, option=option, votes=votes)
            for kept, row in zip(rows, checked.rows, strict=True)
            for option, votes in zip(options, row.votes, strict=True)
        ),
        batch_size=500,
    )


def _state(tally: Tally, version: Version, checked: Checked, actor: Actor) -> list[FactVersion]:
    if tally.topic_id is None:
        return []
    # Speakers of a topic queue up, as announcers do.
    Topic.objects.select_for_update(of=("self",)).get(pk=tally.topic_id)
    since = version.decided_on or timezone.localdate(version.published_at)
    return facts.state(
        statements=list(statements_of(tally, checked, since)),
        speaker=tally.publisher,
        actor=actor,
        source=version.instrument or tally.source_name,
        source_url=tally.source_url,
        statement=version.pk,
    )


def _tell(
    tally: Tally, version: Version, checked: Checked, stated: list[FactVersion], actor: Actor
) -> None:
    record(
        actor=actor,
        institution=tally.publisher.slug,
        action="tallies.publish",
        object_kind="tally",
        object_id=tally.slug,
        details={
            "version": version.number,
            "status": version.status,
            "rows": len(checked.rows),
            "mismatches": len(checked.mismatches),
            "facts": len(stated),
            "digest": version.digest,
        },
    )
    advance_epoch(tally.change_key)
    emit(
        TallyPublished(
            tally=tally.slug,
            version=version.pk,
            number=version.number,
            final=version.is_final,
            fact_types=tuple({one.fact_type_id for one in stated}),
            regions=tuple(
                sorted({row.code for row in checked.rows if row.code in checked.regions})
            ),
        )
    )
