"""514 regions are instructed: 300 acknowledge, 200 are done, 50 are seen. Every row is right."""

import csv
import io
import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from selaras.announcements.instructing.board import Counts, board_of
from selaras.announcements.instructing.compliance import EMBEDS
from selaras.announcements.instructing.filters import Filters
from selaras.announcements.instructing.maps import map_of
from selaras.announcements.instructing.rules import Kind, Rule
from selaras.announcements.instructing.services import record_evidence
from selaras.announcements.instructing.tests.asking import (
    REGENCIES,
    Role,
    addressee,
    approver,
    author,
    client_of,
    institution,
    issued,
)
from selaras.announcements.models import Addressee, Instruction, Report
from selaras.embeds.models import FactUse
from selaras.facts.queries import fact_type
from selaras.institutions.services import dissolve
from selaras.look.tile_map import TileMap
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = Addressee.State
EDITOR = "selaras.config.urls.editor"


def instruct(rule: Rule) -> Instruction:
    return issued(rule=rule, check_name=EMBEDS, check_fact=fact_type("siaga.status"))


def move(rows: list[Addressee], *, known: int, done: int, seen: int) -> None:
    """Acknowledge so many, of which so many are done, of which so many are seen."""
    now = timezone.now()
    for number, row in enumerate(rows[:known]):
        row.read_at = row.acknowledged_at = now
        row.state = State.DONE if number < done else State.ACKNOWLEDGED
        row.done_at = now if number < done else None
    Addressee.objects.bulk_update(rows[:known], ["read_at", "acknowledged_at", "state", "done_at"])
    Report.objects.bulk_create(
        Report(addressee=row, state=row.state, text=f"=Laporan {row.region}") for row in rows[:done]
    )
    FactUse.objects.bulk_create(
        FactUse(
            fact_type=fact_type("siaga.status"),
            institution_id=row.institution_id,
            holder_kind="page",
            holder_id=str(row.pk),
            title=f"Siaga {row.region_name}",
            state=FactUse.State.LIVE,
        )
        for row in rows[:seen]
    )


@pytest.fixture
def whole() -> Instruction:
    """Every third of the country's regencies and cities comes first, so provinces differ."""
    made = instruct(REGENCIES)
    rows = list(made.addressees.order_by("region"))
    mixed = rows[::3] + rows[1::3] + rows[2::3]
    move(mixed, known=300, done=200, seen=50)
    # A draft that says the fact is no compliance, nor is another institution's page.
    FactUse.objects.create(
        fact_type=fact_type("siaga.status"), institution=mixed[400].institution,
        holder_kind="page", holder_id="x", title="Draf", state=FactUse.State.DRAFT,
    )  # fmt: skip
    return made


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())


def table(page: HttpResponse) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]*>([^<]+)', words(page))


def exported(client: Client, made: Instruction, **asked: str) -> list[dict[str, str]]:
    response = client.post(reverse("instructions:export", urlconf=EDITOR, args=[made.pk]), asked)
    assert response.status_code == 200
    text = b"".join(response).decode()  # type: ignore[arg-type]
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def board_address(made: Instruction, query: str = "") -> str:
    return reverse("instructions:board", urlconf=EDITOR, args=[made.pk]) + query


def test_the_board_counts_to_the_row(whole: Instruction) -> None:
    board = board_of(whole, timezone.now())
    assert board.counts == Counts(
        total=514, read=300, acknowledged=300, in_progress=0, done=200, overdue=0, seen=50,
        unseen=150,
    )  # fmt: skip
    late = board_of(whole, whole.due_at + timedelta(seconds=1))
    assert late.counts.overdue == 314


@override_settings(ROOT_URLCONF=EDITOR)
def test_the_map_says_of_each_province_what_its_rows_say(whole: Instruction) -> None:
    board = board_of(whole, timezone.now())
    names = {code: code for code in board.provinces()}
    drawn = map_of(board, names, Filters())
    assert isinstance(drawn, TileMap)
    assert len(drawn.tiles) == 38
    shown = {tile.title.partition(":")[0]: tile.value for tile in drawn.tiles}
    counted = {
        code: f"{whole.addressees.filter(province=code, state=State.DONE).count()}"
        f"/{whole.addressees.filter(province=code).count()}"
        for code in board.provinces()
    }
    assert shown == counted
    assert sum(int(value.partition("/")[0]) for value in shown.values()) == 200


def test_the_table_finds_who_has_not_acknowledged_and_whose_report_is_not_seen(
    whole: Instruction,
) -> None:
    client = client_of(author())
    page = client.get(board_address(whole, "?keadaan=belum-mengakui"))
    assert "<strong>214</strong> instansi" in words(page)
    assert len(table(page)) == 50
    waiting = set(whole.addressees.filter(acknowledged_at=None).values_list("name", flat=True))
    assert set(table(page)) <= waiting
    last = client.get(board_address(whole, "?keadaan=belum-mengakui&p=5"))
    assert len(table(last)) == 14
    page = client.get(board_address(whole, "?keadaan=tidak-terlihat&provinsi=32"))
    seen = FactUse.objects.filter(state="live").values("institution")
    unseen = whole.addressees.filter(state="done", province="32").exclude(institution__in=seen)
    assert sorted(table(page)) == sorted(unseen.values_list("name", flat=True))
    for nonsense in ("?keadaan=x&provinsi=%00&p=-3", "?provinsi=99", "?p=9999999999999999999999"):
        assert client.get(board_address(whole, nonsense)).status_code == 200


def test_the_file_has_every_row_and_no_formula(whole: Instruction) -> None:
    client = client_of(author())
    rows = exported(client, whole)
    assert len(rows) == 514
    assert sum(row["Keadaan"] == "selesai" for row in rows) == 200
    assert sum(bool(row["Diakui (WIB)"]) for row in rows) == 300
    assert sum(row["Terlihat mesin"] == "ya" for row in rows) == 50
    assert {row["Kode wilayah"] for row in rows} == set(
        whole.addressees.values_list("region", flat=True)
    )
    said = [row["Keterangan terakhir"] for row in rows if row["Keterangan terakhir"]]
    assert len(said) == 200
    assert all(text.startswith("'=Laporan") for text in said)
    assert len(exported(client, whole, keadaan="belum-mengakui")) == 214


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_the_boards_cost_for_514_what_they_cost_for_ten(whole: Instruction) -> None:
    few = instruct(Rule(Kind.WITHIN, provinces=("31", "34", "65")))
    move(list(few.addressees.all()), known=5, done=4, seen=2)
    centre = client_of(author())
    counts = []
    for made in (few, whole):
        exported(centre, made)
        with CaptureQueriesContext(connection) as captured:
            exported(centre, made)
        counts.append((queries(centre, board_address(made)), len(captured)))
    assert counts[0] == counts[1]
    assert counts[0][0] < 30


def test_an_institution_sees_what_is_asked_of_it_and_its_list_costs_the_same_for_more() -> None:
    local = person("bandung", "kota-bandung", Role.WRITER)
    client = client_of(local)
    path = reverse("instructions:received", urlconf=EDITOR)
    for number in range(2):
        issued(title=f"Tugas {number}", due_at=timezone.now() + timedelta(days=9 - number))
    few = queries(client, path)
    for number in range(2, 12):
        issued(title=f"Tugas {number}", due_at=timezone.now() + timedelta(days=20 - number))
    assert queries(client, path) == few
    titles = re.findall(r">(Tugas \d+)<", words(client.get(path)))
    assert titles == [f"Tugas {number}" for number in (1, 0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)]
    other = client_of(person("merauke", "kab-merauke", Role.WRITER))
    assert "Tugas" not in words(other.get(path))


def test_the_list_of_the_issuer_costs_the_same_for_more() -> None:
    client = client_of(approver())
    path = reverse("instructions:sent", urlconf=EDITOR)
    issued(title="Satu")
    few = queries(client, path)
    for number in range(8):
        issued(title=f"Lagi {number}")
    assert queries(client, path) == few
    assert "dari 2 mengakui" in words(client.get(path))


def test_what_was_seen_once_and_who_was_dissolved_since_stand_on_the_board() -> None:
    made = issued()
    record_evidence(
        instruction=made.pk, institution=addressee(made).institution_id, kind="banner",
        words="Pita berdiri", actor="sistem:uji",
    )  # fmt: skip
    heir = institution("kab-bandung")
    dissolve(
        institution=institution("kota-bandung"),
        on=timezone.localdate(),
        successor=heir,
        actor="uji",
    )
    shown = words(client_of(author()).get(board_address(made)))
    assert "Terlihat" in shown
    assert f"tugasnya diteruskan {heir.name}" in shown


def test_the_file_is_only_for_who_follows_up(whole: Instruction) -> None:
    viewer = person("pengelola", "bnpb", Role.ADMINISTRATOR)
    path = reverse("instructions:export", urlconf=EDITOR, args=[whole.pk])
    assert client_of(viewer).post(path).status_code == 403
    assert client_of(viewer).get(board_address(whole)).status_code == 200
    stranger = client_of(person("lain", "kemendagri", Role.AUTHOR))
    assert stranger.post(path).status_code == 404
    assert stranger.get(board_address(whole)).status_code == 404
