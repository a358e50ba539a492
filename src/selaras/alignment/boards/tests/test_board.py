"""The board counts to the statement, shows each person her own part, and never a draft."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from selaras.alignment.boards.board import board_of
from selaras.alignment.boards.counting import Counts, counted
from selaras.alignment.boards.filters import BoardFilters
from selaras.alignment.boards.history import history_of
from selaras.alignment.boards.scope import Scope, scope_of
from selaras.alignment.boards.tests import stating
from selaras.alignment.boards.tests.stating import (
    OFFICE,
    PROVINCE,
    client_of,
    passages,
    reasoned,
    stated,
    words,
)
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import AlignmentDay
from selaras.alignment.services import days
from selaras.alignment.services.days import take_day, take_day_when_due
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution, Membership
from support.people import oversee, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
Role = Membership.Role
BOARD = "/admin/keselarasan/papan/"
FINDINGS = f"{BOARD}temuan/"
ALL = Scope(everything=True)
SIAGA, PPKM = "siaga.status", "ppkm.level"
FAR = "kab-merauke"
LOCAL = [role for role in Role if role != Role.PLATFORM]


def platform() -> Client:
    return client_of(person("pusat", "komdigi", Role.PLATFORM))


def topic_of(key: str) -> str:
    return fact_type(key).topic.key


def rows(page: object) -> list[str]:
    return re.findall(r'<th scope="row"><?(?:a [^>]*>)?([^<]+)', words(page))  # type: ignore[arg-type]


def fill() -> None:
    """Bandung: 1 embed, 1 right, 1 wrong, 1 wrong with a reason; Merauke: 3 right, 1 too early."""
    here, far = stating.text(OFFICE), stating.text(FAR)
    stating.embedded(OFFICE)
    stated(Verdict.ALIGNED, here)
    stated(Verdict.CONFLICTING, here, passage="salah")
    reasoned(stated(Verdict.OUTDATED, here, passage="beralasan"))
    stated(Verdict.INCONSISTENT, here, passage="jumlah")
    stated(Verdict.UNKNOWN, here)
    for _ in range(3):
        stated(Verdict.ALIGNED, far, type=PPKM)
    stated(Verdict.PREMATURE, far, type=PPKM, passage="dini")
    stated(Verdict.CONFLICTING, stating.text(OFFICE, draft=True), passage="rahasia")
    stating.embedded(FAR, live=False)


def test_counts_are_of_published_texts_by_region_and_topic() -> None:
    fill()
    siaga, ppkm = fact_type(SIAGA).topic_id, fact_type(PPKM).topic_id
    bandung = Counts(1, 1, 1, 1, 0, 1)
    assert counted() == {
        ("32.73", siaga): bandung,
        ("93.01", ppkm): Counts(aligned=3, premature=1),
    }
    assert (bandung.right, bandung.to_mend, bandung.total, bandung.share) == (3, 1, 4, 75)
    assert Counts().share is None


def test_the_board_sums_regions_into_provinces_and_goes_down_into_one() -> None:
    fill()
    stated(Verdict.ALIGNED, stating.text("komdigi"))
    board = board_of(ALL, BoardFilters(order="wilayah"))
    assert [(row.code, row.counts.total) for row in board.rows] == [("00", 1), ("32", 4), ("93", 4)]
    assert board.total.share == 77
    assert [row.topic.key for row in board.topics] == [topic_of(PPKM), topic_of(SIAGA)]
    below = board_of(ALL, BoardFilters(province="32"))
    assert [row.name for row in below.rows] == ["Kota Bandung"]
    assert [row.topic.key for row in below.topics] == [topic_of(SIAGA)]
    of_topic = board_of(ALL, BoardFilters(topic=topic_of(PPKM)))
    assert of_topic.total.share == 75
    assert board_of(ALL, BoardFilters(province="11")).total == Counts()


def test_the_table_is_ordered_by_link() -> None:
    fill()
    stated(Verdict.ALIGNED, stating.text("komdigi"))
    client = platform()
    worst = rows(client.get(f"{BOARD}?topik={topic_of(SIAGA)}"))
    assert worst[-2:] == ["Jawa Barat", "Instansi pusat"]
    by_code = rows(client.get(f"{BOARD}?topik={topic_of(SIAGA)}&urut=wilayah"))
    assert by_code[-2:] == ["Instansi pusat", "Jawa Barat"]
    for nonsense in ("?urut=x&topik=%00&provinsi=99", "?provinsi=٣٢", "?topik=tidak-ada"):
        assert client.get(f"{BOARD}{nonsense}").status_code == 200


def test_the_map_says_of_each_province_what_the_table_says() -> None:
    fill()
    stated(Verdict.ALIGNED, stating.text("aceh"))
    shown = words(platform().get(BOARD))
    assert 'aria-label="Jawa Barat: 75% dari 4 pernyataan selaras, 1 perlu dibenahi"' in shown
    assert 'aria-label="Aceh: 100% dari 1 pernyataan selaras, semuanya selaras"' in shown


def test_everybody_sees_her_own_part_of_the_country() -> None:
    oversee("komdigi", "00")
    ministry = scope_of(person("menteri", "bnpb", Role.WRITER))
    assert ministry.topics == {fact_type(SIAGA).topic_id}
    assert not ministry.regions
    province = scope_of(person("provinsi", PROVINCE, Role.AUDITOR))
    assert {"32", "32.73"} <= province.regions
    assert "93.01" not in province.regions
    assert not scope_of(person("kota", OFFICE, *LOCAL))
    assert scope_of(person("nasional", "komdigi", Role.WRITER)).everything
    oversee(OFFICE, "93.01")
    assert scope_of(person("tamu", OFFICE, Role.WRITER)).regions == {"93.01"}


def test_provinces_and_owners_of_topics_see_published_findings_within_their_part_alone() -> None:
    fill()
    province = client_of(person("provinsi", PROVINCE, Role.WRITER))
    assert passages(province.get(FINDINGS)) == ["salah", "jumlah"]
    assert passages(province.get(f"{FINDINGS}?wilayah=93")) == []
    assert rows(province.get(BOARD))[-1] == "Kota Bandung"
    owner = client_of(person("menteri", "kemendagri", Role.WRITER))
    assert passages(owner.get(FINDINGS)) == ["dini"]
    everything = platform()
    assert passages(everything.get(FINDINGS)) == ["salah", "dini", "jumlah"]
    assert passages(everything.get(f"{FINDINGS}?wilayah=32&alasan=ya")) == ["beralasan"]
    assert "/edit/" not in words(province.get(FINDINGS))


@pytest.mark.parametrize("path", [BOARD, FINDINGS])
def test_a_citys_people_reach_no_board(path: str) -> None:
    local = client_of(person("kota", OFFICE, *LOCAL))
    assert local.get(path).status_code in (302, 403)
    assert local.post(f"{path}ekspor/").status_code in (302, 403)


def test_files_say_what_the_screens_say() -> None:
    fill()
    client = platform()

    def taken(path: str, **asked: str) -> list[dict[str, str]]:
        lines = b"".join(client.post(path, asked)).decode()  # type: ignore[arg-type]
        return list(csv.DictReader(io.StringIO(lines.removeprefix("\ufeff")), delimiter=";"))

    counts = taken(f"{BOARD}ekspor/")
    assert [(row["Kode wilayah"], row["Perlu dibenahi"], row["Selaras (%)"]) for row in counts] == [
        ("32.73", "1", "75"), ("93.01", "1", "75"),
    ]  # fmt: skip
    found = taken(f"{FINDINGS}ekspor/", wilayah="32")
    assert [row["Pernyataan"] for row in found] == ["salah", "jumlah"]


def test_a_day_is_kept_once_and_refreshed_while_it_lasts() -> None:
    fill()
    assert take_day() == 2
    assert take_day() == 2
    assert AlignmentDay.objects.count() == 2
    kept = AlignmentDay.objects.get(region="32.73")
    assert (kept.embedded, kept.aligned, kept.conflicting, kept.justified) == (1, 1, 1, 1)
    Institution.objects.get(slug=OFFICE).fact_uses.all().delete()
    for model in (stating.StoredMention, stating.CheckedText):
        model.objects.filter(**{
            "text__region" if model is stating.StoredMention else "region": "32.73"
        }).delete()  # fmt: skip
    take_day()
    kept.refresh_from_db()
    assert (kept.embedded, kept.aligned, kept.conflicting) == (0, 0, 0)


def test_the_clock_takes_a_day_at_its_beginning_and_every_ten_minutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[object] = []
    monkeypatch.setattr(days, "take_day", taken.append)
    monkeypatch.setattr(days, "_taken_at", None)
    take_day_when_due()
    take_day_when_due()
    assert len(taken) == 1
    monkeypatch.setattr(days, "_taken_at", timezone.now() - timedelta(minutes=11))
    take_day_when_due()
    assert len(taken) == 2


def test_the_line_runs_over_the_kept_days_of_the_part_that_is_shown() -> None:
    fill()
    take_day()
    today = timezone.localdate()
    assert history_of(ALL, BoardFilters(), [], today).line == ""
    for row in list(AlignmentDay.objects.all()):
        row.pk, row.day, row.conflicting = None, today - timedelta(days=1), 0
        row.save()
    drawn = history_of(ALL, BoardFilters(), [], today)
    assert [day.counts.share for day in drawn.days] == [85, 75]
    assert (drawn.low, drawn.line) == (70, "M0 51L1000 84")
    own = history_of(Scope(regions=frozenset({"93.01"})), BoardFilters(), [], today)
    assert [day.counts.total for day in own.days] == [4, 4]
    assert history_of(ALL, BoardFilters(province="11"), ["11"], today).days == []
