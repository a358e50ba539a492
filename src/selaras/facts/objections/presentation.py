"""Objections on the command line."""

from typing import Any

from selaras.facts.objections.telling import Told
from selaras.language.dates import format_date


def as_json(told: Told) -> dict[str, Any]:
    one = told.objection
    return {
        "objection": one.pk,
        "type": one.fact_type.key,
        "region": one.region_id,
        "objector": one.objector.slug,
        "owner": one.fact_type.topic.owner.slug,
        "words": told.words,
        "words_now": told.now_words,
        "changed": told.changed,
        "reason": one.reason,
        "proposed": one.proposed,
        "state": one.state,
        "filed_at": one.filed_at.isoformat(),
        "due_at": one.due_at.isoformat(),
        "days_late": told.late,
        "answer": one.answer,
        "answered_at": one.answered_at.isoformat() if one.answered_at else None,
        "correction": one.correction,
    }


def line(told: Told) -> str:
    """`keberatan Kota Bandung, 3 Oktober 2021: Level 3 → Level 2 (ditolak)`."""
    one = told.objection
    day = format_date(one.region.local(one.filed_at).date())
    proposed = f" → {one.proposed}" if one.proposed else ""
    late = f", terlambat {told.late} hari" if told.late else ""
    state = f"{one.get_state_display()}{late}"
    return f"keberatan {one.objector.short_name}, {day}: {told.words}{proposed} ({state})"
