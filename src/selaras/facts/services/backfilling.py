"""Reconstruct what was known before the system kept it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras.facts.errors import NotBackfillable
from selaras.facts.models import FactVersion
from selaras.facts.services.noting import noted
from selaras.facts.services.telling import told
from selaras.facts.services.writing import (
    Provenance,
    Statement,
    lock,
    overlapping,
    refuse_retired,
    require_statable,
    write,
)
from selaras.language.dates import format_date
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def backfill(
    *,
    statements: Sequence[Statement],
    recorded_at: datetime,
    actor: Actor,
    source: str,
    source_url: str = "",
) -> list[FactVersion]:
    """Record facts as if at `recorded_at`, an earlier moment; the rows are marked reconstructed.

    It may only follow and replace what is itself reconstructed and was recorded before: what
    the clock recorded stays as it was. Otherwise raises `NotBackfillable`.
    """
    require_statable(statements)
    if recorded_at > timezone.now():
        raise NotBackfillable(
            f"Waktu pencatatan {recorded_at.isoformat()} belum tiba.",
            "Susunan ulang memakai waktu yang sudah lewat.",
        )
    with transaction.atomic():
        refuse_retired(lock(one.fact_type for one in statements))
        touched = overlapping([one.period for one in statements])
        _require_order(statements, touched, recorded_at)
        with noted({one.place for one in statements}):
            versions = write(
                statements,
                touched,
                Provenance(source, source_url, None, recorded_at, written_at=timezone.now()),
            )
        record(
            actor=actor,
            action="facts.backfill",
            object_kind="statement",
            object_id="",
            details={
                "source": source,
                "versions": len(versions),
                "as_if_at": recorded_at.isoformat(),
            },
        )
        advance_epoch(*told(one.fact_type for one in statements))
    return versions


def _require_order(
    statements: Sequence[Statement],
    touched: dict[int, list[FactVersion]],
    recorded_at: datetime,
) -> None:
    for position, rows in touched.items():
        for row in rows:
            if not row.reconstructed or row.recorded_from >= recorded_at:
                raise _refusal(statements[position], recorded_at)
    closed_later = FactVersion.objects.filter(
        Q(recorded_to__gt=recorded_at),
        fact_type__in={one.fact_type.pk for one in statements},
        region__in={one.region.pk for one in statements},
    )
    for row in closed_later:
        for one in statements:
            same = (one.fact_type.pk, one.region.pk) == (row.fact_type_id, row.region_id)
            validity = one.validity.in_region(one.region)
            if same and validity.overlaps(row.valid_from, row.valid_to):
                raise _refusal(one, recorded_at)


def _refusal(one: Statement, recorded_at: datetime) -> NotBackfillable:
    return NotBackfillable(
        f"{one.fact_type.label} untuk {one.region.full_name} sudah tercatat pada atau setelah "
        f"{format_date(one.region.local(recorded_at).date())} untuk masa yang sama.",
        "Susunan ulang hanya mengisi yang belum tercatat; untuk koreksi, umumkan nilainya.",
    )
