"""What the editor is told while somebody writes, and why she may be right all the same."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from selaras.accounts.models import User
from selaras.alignment.models import Reason, TypeWording
from selaras.alignment.services.reasons import Found, give
from selaras.alignment.tests.telling import LEVEL_3, spoken_types
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG, day, owner_of, say
from selaras.institutions.models import Membership
from selaras.ledger.models import AuditEntry
from selaras.pages.aligning.asking import MOST_LETTERS, MOST_PARTS
from selaras.pages.aligning.checking import day_of
from selaras.pages.aligning.errors import SaysOtherwise
from selaras.pages.models import ArticlePage
from selaras.pages.review.services import approve
from selaras.pages.review.tests.writing import (
    approver,
    changed,
    client_of,
    draft,
    screen,
    submitted,
    writer,
)
from support.people import person

pytestmark = pytest.mark.django_db
WHY = "Kalimat ini mengutip berita tahun lalu."
BODY = [{"type": "paragraph", "id": "p1", "value": f"<p>{LEVEL_3}</p>"}]


@pytest.fixture
def level(topics: None) -> FactType:
    """Level 2 in Bandung, since long ago."""
    kind, _ = spoken_types()
    say(kind, BANDUNG, "2", day("2021-01-01"))
    return kind


@pytest.fixture
def ada(topics: None) -> User:
    return writer("ada")


@pytest.fixture
def page(level: FactType, ada: User) -> ArticlePage:
    return draft(ada, body=BODY)


def sent(what: str, page: ArticlePage, user: User, data: Any) -> HttpResponse:
    body = data if isinstance(data, bytes) else json.dumps(data)
    address = f"/admin/keselarasan/{what}/{page.pk}/"
    return client_of(user).post(address, body, content_type="application/json")


def found(page: ArticlePage, user: User, *texts: str, **more: Any) -> list[dict[str, Any]]:
    parts = [{"name": f"bagian-{number}", "text": text} for number, text in enumerate(texts)]
    response = sent("periksa", page, user, {"parts": parts, **more})
    assert response.status_code == 200, response.content
    findings: list[dict[str, Any]] = json.loads(response.content)["findings"]
    return findings


def reason_of(level: FactType, **more: str) -> dict[str, str]:
    about = {"type": str(level.pk), "region": BANDUNG, "passage": "Level 3", "reason": WHY}
    return about | more


def test_a_wrong_level_is_found_in_its_part_with_the_embed_that_mends_it(
    page: ArticlePage, level: FactType, ada: User
) -> None:
    text = f"\N{GRINNING FACE} Selasa. {LEVEL_3}"
    (one,) = found(page, ada, "Kabar hari ini", text)
    assert (one["part"], one["verdict"], one["mandatory"]) == ("bagian-1", "conflicting", False)
    assert text[one["start"] : one["end"]] == one["passage"] == "Level 3"
    assert one["fact"]["entity"] == {"id": str(level.pk), "format": "short"}
    assert one["fact"]["chip"] == "Level PPKM: Level 2"
    assert [remedy["action"] for remedy in one["remedies"]][:2] == ["embed", "correct"]
    assert "Level 2" in one["explanation"]
    assert found(page, ada, "\ud83d " + LEVEL_3)[0]["start"] == len("\ud83d ") + LEVEL_3.index(
        "Level"
    )
    assert found(page, ada, "Kota Bandung berstatus PPKM \N{OBJECT REPLACEMENT CHARACTER}.") == []


def test_a_reason_is_audited_and_stands_by_the_finding_in_any_version(
    page: ArticlePage, level: FactType, ada: User
) -> None:
    response = sent("alasan", page, ada, reason_of(level))
    assert json.loads(response.content) == {"reason": WHY}
    assert [one["reason"] for one in found(page, ada, "Lain.", LEVEL_3)] == [WHY]
    assert [one["reason"] for one in found(page, ada, LEVEL_3, new=True)] == [""]
    entry = AuditEntry.objects.get(action="alignment.reason.give")
    assert (entry.object_id, entry.reason) == (str(page.pk), WHY)
    again = sent("alasan", page, ada, reason_of(level, reason="Alasan yang lebih baik."))
    assert again.status_code == 200
    assert Reason.objects.get().reason == "Alasan yang lebih baik."


@pytest.mark.parametrize(
    ("what", "data", "status"),
    [
        ("periksa", b"{", 400),
        ("periksa", b"[1]", 400),
        ("periksa", {"parts": "teks"}, 400),
        ("periksa", {"parts": [{"name": "a"}]}, 400),
        ("periksa", {"parts": [{"name": "\ud83d", "text": ""}]}, 400),
        ("periksa", {"parts": [{"name": "a", "text": "x" * (MOST_LETTERS + 1)}]}, 413),
        ("periksa", {"parts": [{"name": "a", "text": ""}] * (MOST_PARTS + 1)}, 413),
        ("alasan", {"passage": "Level 3", "reason": "pendek"}, 400),
        ("alasan", {"passage": "Level 3", "reason": WHY, "type": "bukan id"}, 400),
        ("alasan", {"passage": "Level 3", "reason": WHY, "region": "32.73"}, 400),
        ("alasan", {"passage": "x" * 301, "reason": WHY}, 400),
    ],
)
def test_what_no_editor_sends_is_refused_in_words(
    page: ArticlePage, ada: User, what: str, data: Any, status: int
) -> None:
    response = sent(what, page, ada, data)
    assert response.status_code == status
    answer = json.loads(response.content)
    assert answer["problem"]
    assert answer["remedy"]
    assert not Reason.objects.exists()


def test_who_decides_reads_what_the_submitted_version_says_otherwise(
    level: FactType, ada: User
) -> None:
    page = submitted(ada, body=BODY)
    html = client_of(approver("dahulu")).get(screen(page)).content.decode()
    assert "1 pernyataan di versi ini berbeda" in html
    sent("alasan", page, ada, reason_of(level))
    html = client_of(approver()).get(screen(page)).content.decode()
    assert "Bertentangan, diberi alasan" in html
    assert "pernyataan di versi ini berbeda" not in html
    assert WHY in html
    page = changed(page, ada, body=[])
    html = client_of(approver("lain")).get(screen(page)).content.decode()
    assert "Tidak ada pernyataan di versi ini yang berbeda" in html


def test_a_mandatory_fact_bars_publishing_until_its_owner_gives_a_reason(
    level: FactType, ada: User
) -> None:
    TypeWording.objects.filter(fact_type=level).update(mandatory=True)
    page, boss = submitted(ada, body=BODY), approver()
    with pytest.raises(SaysOtherwise, match=r"“Level 3”.*Level 2.*ganti pernyataan") as refused:
        approve(page=page, user=boss)
    assert owner_of(level).short_name in refused.value.remedy
    response = sent("alasan", page, ada, reason_of(level))
    assert "wajib sama" in json.loads(response.content)["problem"]
    of_the_owner = person("pemilik", owner_of(level), Membership.Role.AUTHOR)
    about = Found("page", str(page.pk), page.institution, "Level 3", level, page.institution.region)
    give(found=about, reason=WHY, user=of_the_owner)
    approve(page=page, user=boss)
    assert ArticlePage.objects.get(pk=page.pk).live


def test_what_goes_live_later_is_read_as_of_that_day(page: ArticlePage) -> None:
    today = page.institution.region.local(timezone.now()).date()
    later = timezone.now() + timedelta(days=40)
    assert day_of(page, None) == today
    assert day_of(page, None, later) == today + timedelta(days=40)
    page.first_published_at = timezone.now() - timedelta(days=90)
    long_ago = timezone.now() - timedelta(days=60)
    assert day_of(page, long_ago) == today - timedelta(days=60)
