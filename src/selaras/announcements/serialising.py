"""An announcement for machines: in short, and whole."""

from typing import Any

from django.conf import settings

from selaras.announcements.changes import Change
from selaras.announcements.models import Announcement
from selaras.announcements.standing import Link, Standing
from selaras.facts.kinds import rules_of
from selaras.institutions.hosts import portal_url


def as_json(
    announcement: Announcement, changes: list[Change], standing: Standing
) -> dict[str, Any]:
    """The whole announcement for machines; values as in the API of facts, words beside them."""
    return {
        **head_json(announcement),
        "replaces": [_link_json(one) for one in standing.earlier],
        "replaced_by": [_link_json(one) for one in standing.later],
        **_parts_json(announcement),
        "facts": [change_json(change) for change in changes],
    }


def head_json(announcement: Announcement) -> dict[str, Any]:
    """What it is and who says it, without what it sets; no query."""
    topic = announcement.topic
    return {
        "demonstration": settings.DEMONSTRATION,
        "drill": announcement.drill,
        "emergency": announcement.emergency,
        "id": str(announcement.pk),
        "slug": announcement.slug,
        "url": announcement.url,
        "topic": {"key": topic.key, "label": topic.label, "demonstration": topic.demonstration},
        "speaker": {"slug": announcement.speaker.slug, "name": announcement.speaker_name},
        "title": announcement.title,
        "summary": announcement.summary,
        "instrument": {"name": announcement.instrument, "url": announcement.instrument_url},
        "valid_from": announcement.valid_from.isoformat(),
        "valid_to": announcement.valid_to.isoformat() if announcement.valid_to else None,
        "published_at": announcement.published_at.isoformat(),
        "recalled": _recall_json(announcement),
        "relation": announcement.relation,
        "correction": announcement.correction,
    }


def _recall_json(announcement: Announcement) -> dict[str, str] | None:
    if announcement.recalled_at is None:
        return None
    return {"at": announcement.recalled_at.isoformat(), "reason": announcement.recall_reason}


def _link_json(link: Link) -> dict[str, Any]:
    other = link.announcement
    return {
        "id": str(other.pk),
        "url": other.url,
        "title": other.title,
        "relation": other.relation,
        "correction": other.correction,
        "published_at": other.published_at.isoformat(),
        "regions": [region.pk for region in link.regions],
    }


def _parts_json(announcement: Announcement) -> dict[str, Any]:
    return {
        "key_messages": [row.text for row in announcement.keymessages.all()],
        "questions": [
            {"question": row.question, "answer": row.answer} for row in announcement.questions.all()
        ],
        "contacts": [{"name": row.name, "reach": row.reach} for row in announcement.contacts.all()],
        "attachments": [
            {
                "title": row.document.title,
                "url": portal_url(row.document.url),
                "type": row.document.file_extension,
                "bytes": row.document.file_size,
            }
            for row in announcement.attachments.all()
        ],
        "audience": [
            {"region": row.region.pk, "name": row.region.full_name}
            for row in announcement.audience.all()
        ],
    }


def change_json(change: Change) -> dict[str, Any]:
    return {
        "type": change.fact_type.key,
        "region": change.region.pk,
        "region_name": change.region.full_name,
        "value": rules_of(change.fact_type).as_json(change.after_value),
        "words": change.after,
        "before": change.before,
        "movement": change.movement,
    }
