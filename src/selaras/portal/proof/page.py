"""The page for people: what is proved, how far the log has come, and one announcement's proof."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.announcements.leaves import PUBLISHED, RECALLED
from selaras.announcements.models import Announcement
from selaras.ledger.proof.heads import latest
from selaras.ledger.proof.models import LogEntry
from selaras.portal.proof.addresses import announcement_bundle
from selaras.portal.proof.bundles import entries_of_announcement, found_announcement

LONGEST = 300
LAST_PART = re.compile(r"([-a-zA-Z0-9_]+)(?:\.json)?/?(?:[?#].*)?$")
WORDS = {PUBLISHED.name: _("Diterbitkan"), RECALLED.name: _("Ditarik")}
SCRIPT = Path(__file__).with_name("script.txt")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry about an announcement; `number` None: it gets one in a moment."""

    word: str
    at: datetime | None
    number: int | None
    leaf: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("pengumuman", "").strip()[:LONGEST]
    head = latest()
    return render(
        request,
        "portal/proof.html",
        {
            "typed": typed,
            "head": head,
            "size": number_format(head.size, force_grouping=True) if head else "",
            "root": bytes(head.root).hex() if head else "",
            "script": _script(),
            **(_result(typed) if typed else {}),
        },
    )


def _result(typed: str) -> dict[str, Any]:
    part = LAST_PART.search(typed)
    found = found_announcement(part[1]) if part else None
    if found is None:
        return {"unknown": True}
    return {
        "announcement": found,
        "lines": [_line(entry, found) for entry in entries_of_announcement(found)],
        "bundle_url": announcement_bundle(found.slug),
    }


def _line(entry: LogEntry, announcement: Announcement) -> Line:
    recalled = entry.kind == RECALLED.name
    return Line(
        word=str(WORDS[entry.kind]),
        at=announcement.recalled_at if recalled else announcement.published_at,
        number=entry.number,
        leaf=bytes(entry.leaf_hash).hex(),
    )


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
