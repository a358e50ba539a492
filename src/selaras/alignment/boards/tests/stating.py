"""Texts and what was found in them, for the tests: rows alone, nothing is read."""

import re
from html import unescape
from itertools import count
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, Reason, StoredMention, TypeWording
from selaras.embeds.models import FactUse
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution

STATUS = "siaga.status"
OFFICE, PROVINCE = "kota-bandung", "jawa-barat"
HOST = {"host": "redaksi.localhost"}
_numbers = count(1)


def institution(slug: str) -> Institution:
    return Institution.objects.select_related("region").get(slug=slug)


def text(slug: str = OFFICE, *, draft: bool = False, title: str = "") -> CheckedText:
    owner, number = institution(slug), str(next(_numbers))
    return CheckedText.objects.create(
        source="page",
        source_id=number,
        state=CheckedText.State.DRAFT if draft else CheckedText.State.PUBLISHED,
        version=number,
        lexicon="x",
        institution=owner,
        region=owner.region,
        title=title or f"Teks {number}",
        address=f"https://{slug}.localhost/{number}/",
        edit_address=f"/admin/pages/{number}/edit/",
        read_at=timezone.now(),
    )


def stated(
    verdict: Verdict = Verdict.CONFLICTING, of: CheckedText | None = None, **given: Any
) -> StoredMention:
    """One statement of a text; its passage is its own unless it is given."""
    of = of or text()
    figures = verdict == Verdict.INCONSISTENT
    passage = given.setdefault("passage", f"Level {next(_numbers)}")
    fields: dict[str, Any] = {
        "fact_type": None if figures else fact_type(given.pop("type", STATUS)),
        "region": None if figures else of.region,
        "start": 0,
        "end": len(passage),
        "around": f"Hari ini wilayah kami {passage} sampai Jumat.",
        "verdict": verdict,
        "confidence": 0.9,
        "judged_at": timezone.now(),
    }
    return StoredMention.objects.create(text=of, **{**fields, **given})


def embedded(slug: str = OFFICE, *, live: bool = True, key: str = STATUS) -> FactUse:
    return FactUse.objects.create(
        fact_type=fact_type(key),
        institution=institution(slug),
        holder_kind="page",
        holder_id=f"e{next(_numbers)}",
        title="Sematan",
        state=FactUse.State.LIVE if live else FactUse.State.DRAFT,
    )


def reasoned(mention: StoredMention, reason: str = "Aturan daerah lebih ketat.") -> Reason:
    return Reason.objects.create(
        source=mention.text.source,
        source_id=mention.text.source_id,
        institution=mention.text.institution,
        fact_type=mention.fact_type,
        region=mention.region,
        passage=mention.passage,
        reason=reason,
        given_at=timezone.now(),
    )


def mandatory(key: str = STATUS) -> None:
    TypeWording.objects.update_or_create(fact_type=fact_type(key), defaults={"mandatory": True})


def client_of(user: User) -> Client:
    client = Client(headers=HOST)
    client.force_login(user)
    return client


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())


def passages(page: HttpResponse) -> list[str]:
    return re.findall("<mark>([^<]+)</mark>", words(page))
