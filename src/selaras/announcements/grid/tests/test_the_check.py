"""The check endpoint, the file to fill in, and the form: for those who prepare announcements."""

import csv
import io
import json
from time import process_time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.datastructures import MultiValueDict

from selaras.announcements.grid.content import from_rows, to_rows
from selaras.announcements.grid.errors import InvalidGrid, Mistake
from selaras.announcements.grid.presenting import grid_of
from selaras.announcements.grid.receiving import Received, receive
from selaras.announcements.grid.summing import summed
from selaras.announcements.grid.tests.tables import (
    POSTS,
    STATUS,
    ground,
    read,
    regions,
    season,
    workbook,
)
from selaras.announcements.tests.documents import announce
from selaras.announcements.tests.editors import signed_in
from selaras.facts.models import FactVersion
from selaras.institutions.models import Membership
from selaras.ledger.models import AuditEntry
from support.filling import EDITOR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

CHECK, FILE = "/admin/umumkan/isian/periksa/", "/admin/umumkan/isian/berkas.csv"
ROWS = [[STATUS, "32.73", "merah"], [STATUS, "32.04", "hijau"], [STATUS, "Bandung", "ungu"]]


def ask(client: Client, **sent: Any) -> Any:
    body = {"topic": "siaga-musim-hujan", **sent}
    response = client.post(CHECK, json.dumps(body), content_type="application/json")
    assert response.status_code == 200
    return response.json()


def test_rows_are_answered_with_what_they_change_and_nothing_is_written() -> None:
    announce({"Kota Bandung": "hijau", "Kabupaten Bandung": "hijau"})
    client = signed_in("bnpb")
    before = (FactVersion.objects.count(), AuditEntry.objects.count())
    answer = ask(client, rows=ROWS)
    told = [(one["code"], one["before"], one["after"], one["mark"]) for one in answer["cells"]]
    assert told == [
        ("32.73", "Siaga Hijau", "Siaga Merah", "up"),
        ("32.04", "Siaga Hijau", "Siaga Hijau", "same"),
        ("", "", "", "wrong"),
    ]
    assert answer["tally"] == "3 nilai: 1 tetap, 1 naik, 1 keliru"
    assert [one["stray"] for one in answer["cells"]] == [False, False, True]
    assert not answer["stands"]
    assert (FactVersion.objects.count(), AuditEntry.objects.count()) == before


def test_a_paste_and_a_file_are_read_the_same() -> None:
    client = signed_in("bnpb", Membership.Role.APPROVER)
    pasted = ask(client, text="kode\tStatus siaga\n32.73\tmerah\n32.04\tungu")
    data = workbook([["kode", "Status siaga"], ["32.73", "merah"], ["32.04", "ungu"]])
    sent = {"topic": "siaga-musim-hujan", "file": SimpleUploadedFile("isian.xlsx", data)}
    assert client.post(CHECK, sent).json() == pasted
    assert [one["line"] for one in pasted["cells"]] == [2, 3]
    assert pasted["problems"][0]["lines"] == "3"


def test_what_cannot_be_read_is_refused_in_words() -> None:
    client = signed_in("bnpb")
    answer = ask(client, text="halo\napa kabar")
    assert (answer["refused"], "Pakai tab" in answer["remedy"]) == ("unseparated", True)
    for body in ("", "[", "[1]", '{"topic": "siaga-musim-hujan", "rows": 3}', "[" * 100_000):
        response: HttpResponse = client.post(CHECK, body, content_type="application/json")
        assert response.json()["problem"]
    assert ask(client, text=3)["problem"]


@pytest.mark.parametrize(
    ("slug", "role", "status"),
    [
        ("bnpb", Membership.Role.AUTHOR, 200),
        ("bnpb", Membership.Role.APPROVER, 200),
        ("bnpb", Membership.Role.WRITER, 403),
        ("kemendagri", Membership.Role.AUTHOR, 404),
    ],
)
def test_the_grid_of_a_topic_is_for_those_who_prepare_its_announcements(
    slug: str, role: str, status: int
) -> None:
    client = signed_in(slug, role)
    body = json.dumps({"topic": "siaga-musim-hujan", "rows": []})
    checked = client.post(CHECK, body, content_type="application/json")
    file = client.get(FILE, {"topik": "siaga-musim-hujan"})
    assert (checked.status_code, file.status_code) == (status, status)


def test_a_check_without_a_token_or_by_get_is_none() -> None:
    client = signed_in("bnpb", csrf=True)
    assert client.post(CHECK, "{}", content_type="application/json").status_code == 403
    assert client.get(CHECK).status_code == 405


def test_the_file_to_fill_in_has_the_values_of_today_and_is_read_back() -> None:
    announce({"Kota Bandung": "hijau", "Provinsi Aceh": "merah"})
    response = signed_in("bnpb").get(FILE, {"topik": "siaga-musim-hujan"})
    text = response.content.decode()
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    named = {line[0]: dict(zip(lines[0], line, strict=True)) for line in lines[1:]}
    assert named["32.73"]["nama"] == "Kota Bandung"
    assert named["32.73"]["Status siaga"] == "Siaga Hijau"
    on = ground()
    answer = ask(signed_in("bnpb"), text=text)
    filled = {one["code"]: one["mark"] for one in answer["cells"] if one["value"]}
    assert filled == {"11": "same", "32.73": "same"}
    assert len(answer["cells"]) == len(lines) - 1 == len(on.regions)
    assert answer["stands"]
    spoilt = text.replace("32.10;", "32.1;").replace("11.01;", "11:01:00;")
    assert ask(signed_in("bnpb"), text=spoilt)["stands"]


def test_a_check_of_514_rows_asks_as_much_as_one_of_10() -> None:
    client = signed_in("bnpb")
    counts = []
    for count in (10, 10, 514):
        rows = [[key, one.pk, "1"] for one in regions(count) for key in (STATUS, POSTS)]
        with CaptureQueriesContext(connection) as queries:
            ask(client, rows=rows)
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_514_rows_with_the_same_mistake_are_one_sentence_with_its_lines() -> None:
    text = "kode\tStatus siaga\n" + "".join(f"{one.pk}\tlevel 9\n" for one in regions())
    _, checked = read(text)
    (told,) = summed(checked.flaws)
    assert (told.mistake, told.count, told.lines) == (Mistake.CHOICE, 514, "2–515")
    assert [(one.line, one.count) for one in told.examples] == [(2, 514)]


def test_checking_is_quick_also_where_nothing_is_known() -> None:
    keys = (STATUS, POSTS, "siaga.cakupan", "siaga.kanal")
    on = ground(*keys)
    rows = from_rows([[key, one.name, "merah"] for one in regions() for key in keys])
    wrong = from_rows([[STATUS, f"Kotta {at} Bandng", "x"] for at in range(2000)])
    begun = process_time()
    on.check(rows)
    on.check(wrong)
    assert process_time() - begun < 2  # a twentieth of it on a quiet machine


def test_what_was_understood_is_stored_by_its_code_and_the_rest_as_typed() -> None:
    _, checked = read("wilayah\tnilai\nKota Bandung\tmerah\nBandung\tungu\nKota Bogor\t\n")
    stored = to_rows(checked)
    assert stored == [[STATUS, "32.73", "merah"], [STATUS, "Bandung", "ungu"]]
    assert to_rows(ground().check(from_rows(stored))) == stored


def test_a_covered_value_blocks_until_somebody_fills_it() -> None:
    html = "<table><tr><td>32.73<td rowspan=2>merah<tr><td>32.77</table>"
    _, checked = read("", html=html)
    stored = to_rows(checked)
    assert stored == [[STATUS, "32.73", "merah"], [STATUS, "32.77", ""]]
    again = ground().check(from_rows(stored))
    assert not again.stands
    assert to_rows(again) == stored


def sent(rows: object, **fields: str) -> Received:
    data = QueryDict(mutable=True)
    data.update({"rows": json.dumps(rows), **fields})
    return receive(season(), data, MultiValueDict())


def test_a_form_without_a_script_takes_a_paste_into_the_grid() -> None:
    got = sent([[STATUS, "32.73", "hijau"]], grid_text="32.73\tmerah\n", grid_columns=STATUS)
    assert got.refused  # eight types, and one column without a heading
    assert got.rows == [[STATUS, "32.73", "hijau"]]
    assert got.text == "32.73\tmerah\n"
    table = "kode\tStatus siaga\n32.73\tmerah\n32.99\thijau\n"
    got = sent([[STATUS, "32.73", "hijau"], [POSTS, "32.04", "3"]], grid_text=table)
    assert got.rows == [
        [POSTS, "32.04", "3"],
        [STATUS, "32.73", "merah"],
        [STATUS, "32.99", "hijau"],
    ]
    assert got.told[0].lines == "3"
    assert sent([[POSTS, "32.04", "3"]], grid_text=table, grid_replace="on").rows == got.rows[1:]
    assert sent("x").refused
    assert receive(season(), QueryDict("rows=["), MultiValueDict()).refused


def shown(rows: object) -> str:
    return render_to_string("announcements/grid/editor.html", {"grid": grid_of(season(), rows)})


@pytest.mark.urls(EDITOR)
def test_the_form_shows_values_movements_and_rows_without_a_place() -> None:
    announce({"Kota Bandung": "hijau"})
    page = shown([*ROWS, [STATUS, "32.73", "<b>"]])
    assert '<td role="cell" data-mark="up" data-label="Status siaga"><input value="merah"' in page
    assert 'kini Siaga Hijau <span class="grid-mark">naik</span>' in page
    assert "Kabupaten Bandung (32.04) atau Kota Bandung (32.73)" in page
    assert 'value="&lt;b&gt;"' in page
    assert "<script" not in page
    assert " style=" not in page


@pytest.mark.urls(EDITOR)
def test_the_form_asks_as_much_for_514_rows_as_for_10() -> None:
    counts = []
    for count in (10, 514):
        with CaptureQueriesContext(connection) as queries:
            shown([[STATUS, one.pk, "merah"] for one in regions(count)])
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_form_of_another_shape_is_refused() -> None:
    with pytest.raises(InvalidGrid):
        grid_of(season(), [["a"]])
