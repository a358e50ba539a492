"""The screens: who sees what, trying without saving, and that nothing typed is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.models import User
from selaras.alignment.engine.checking import check
from selaras.alignment.engine.results import Context, Verdict
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import lexicon
from selaras.alignment.wordings.tests.wordings_said import (
    LIST,
    Role,
    client_of,
    page_of,
    row,
    saved,
    seen_by,
    typed,
    zone_type,
)
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG, day, say
from support.people import person

pytestmark = pytest.mark.django_db
SAYS = "Menurut dinas, zona risiko Kota Bandung kini zona merah."
QUICK = {"x-requested-with": "XMLHttpRequest"}


def test_a_new_type_works_without_code(zone: FactType, author: User) -> None:
    say(zone, BANDUNG, "kuning", day("2026-01-01"))
    assert saved(client_of(author), zone).status_code == 302
    report = check(
        SAYS,
        context=Context(BANDUNG, timezone.localdate()),
        lexicon=lexicon(),
        knowledge=DatabaseKnowledge(),
    )
    (finding,) = report.findings
    assert finding.verdict is Verdict.CONFLICTING
    assert finding.mention
    assert finding.mention.type_key == zone.key


def test_trying_shows_what_is_read_with_unsaved_words_and_saves_nothing(
    zone: FactType, author: User
) -> None:
    say(zone, BANDUNG, "kuning", day("2026-01-01"))
    client = client_of(author)
    whole = client.post(page_of(zone), typed(text=SAYS, coba="1")).content.decode()
    part = client.post(page_of(zone), typed(text=SAYS), headers=QUICK).content.decode()
    for shown in (whole, part):
        assert '<mark data-tone="found">' in shown
        assert "<strong>Zona Merah</strong>" in shown
        assert "bertentangan" in shown
        assert "Kota Bandung" in shown
    assert SAYS in whole
    assert "<form" not in part
    assert row(zone) is None
    other = typed(text="Harga cabai turun.")
    assert "tidak memuat satu pun sebutan" in client.post(page_of(zone), other).content.decode()


def test_what_is_refused_is_told_at_its_field_and_what_was_typed_stays(
    zone: FactType, author: User
) -> None:
    client = client_of(author)
    wrong = {"patterns": r"zona\s+(\d)", "choice:hijau": "merah", "aliases": "yang"}
    for shown in (
        saved(client, zone, **wrong).content.decode(),
        client.post(page_of(zone), typed(**wrong), headers=QUICK).content.decode(),
    ):
        assert "ekspresi reguler" in shown
        assert "dipakai dua pilihan" in shown
        assert "terlalu umum" in shown
    assert r"zona\s+(\d)</textarea>" in saved(client, zone, **wrong).content.decode()
    assert row(zone) is None


def test_two_people_at_the_same_time_see_both_and_lose_nothing(
    zone: FactType, author: User
) -> None:
    client = client_of(author)
    seen = seen_by(client, zone)
    saved(client, zone, aliases="zona merah putih", mandatory="on")
    late = client.post(page_of(zone), typed(seen, aliases="zona saya", simpan="1"))
    shown = late.content.decode()
    assert "sudah diubah orang lain" in shown
    assert "<dd>zona merah putih</dd>" in shown
    assert "<dd>ya</dd>" in shown
    assert "zona saya</textarea>" in shown
    kept = row(zone)
    assert kept is not None
    assert kept.aliases == ["zona merah putih"]
    again = typed(late.context["seen"], aliases="zona saya", simpan="1")
    assert client.post(page_of(zone), again).status_code == 302


def test_others_do_not_find_it_and_the_platform_looks(zone: FactType, author: User) -> None:
    stranger = client_of(person("bali", "bali", *(set(Role) - {Role.PLATFORM})))
    assert zone.label not in stranger.get(LIST).content.decode()
    assert stranger.get(page_of(zone)).status_code == 404
    assert stranger.post(page_of(zone), typed(simpan="1")).status_code == 404
    assert client_of(person("tulis", "bnpb", Role.WRITER)).get(LIST).status_code == 403
    platform = client_of(person("pusat", "komdigi", Role.PLATFORM))
    assert zone.label in platform.get(LIST).content.decode()
    shown = platform.get(page_of(zone)).content.decode()
    assert "Anda dapat melihat dan mencoba" in shown
    assert 'name="simpan"' not in shown
    refused = saved(platform, zone).content.decode()
    assert "yang menulis cara menyebutnya" in refused
    assert row(zone) is None
    saved(client_of(author), zone)
    sample = {"text": SAYS, "region": "Kota Bandung", "day": typed()["day"]}
    tried = platform.post(page_of(zone), sample, headers=QUICK).content.decode()
    assert "<strong>Zona Merah</strong>" in tried


@pytest.mark.parametrize("more", [{"region": "Atlantis"}, {"day": "x"}, {"text": "x" * 20_001}])
def test_a_sample_that_makes_no_sense_is_told(
    zone: FactType, author: User, more: dict[str, str]
) -> None:
    response = client_of(author).post(page_of(zone), typed(**more), headers=QUICK)
    assert response.status_code == 200
    assert "wording-errors" in response.content.decode()


def test_ten_more_types_cost_no_query_more(zone: FactType, author: User) -> None:
    client, counts = client_of(author), []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            saved(client, zone_type(f"uji.zona{number}", f"Zona {number}"), aliases=f"zn {number}")
        for path in (LIST, page_of(zone)):
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                client.get(path)
            counts.append(len(captured))
    assert counts[:2] == counts[2:]
