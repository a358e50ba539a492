"""A count as data: exact, for every website, and asked for again only when it changed."""

import csv
import io
import json

import pytest
from django.http import HttpResponse
from django.test import Client

from selaras.demonstration.tallies import publish_tally
from selaras.tallies.checking import check
from selaras.tallies.reading import read_sheet
from selaras.tallies.services import define
from selaras.tallies.tests.counting import REAL, count, definition, make_tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PORTAL = Client(headers={"host": "localhost"})
JSON, CSV = "/rekapitulasi/uji.json", "/rekapitulasi/uji.csv"


def get(path: str, **headers: str) -> HttpResponse:
    answer: HttpResponse = PORTAL.get(path, headers={"host": "localhost"} | headers)
    return answer


def test_the_csv_is_what_was_imported_and_can_be_imported_again() -> None:
    publish_tally(actor="uji")
    answer = get("/rekapitulasi/pilpres-2024.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content == REAL.read_bytes().replace(b"\r\n", b"\n")
    assert check(read_sheet(answer.content)).whole.total == 164_227_475


def test_the_json_has_exact_votes_shares_and_every_version() -> None:
    tally = make_tally()
    count(tally, {"11": (9000, 20)}, progress="78.11")
    count(tally, {"11": (7796, 20)})
    body = json.loads(get(JSON).content)
    assert body["demonstration"] is True
    assert (body["source"]["name"], body["publisher"]["slug"]) == ("Komisi Pemilihan Umum", "kpu")
    assert body["version"]["number"] == 2
    (row,) = body["rows"]
    assert row["votes"] == {"01": 7796, "02": 20}
    assert row["shares"] == {"01": "99.7", "02": "0.3"}
    assert row["changes"] == {"01": -1204, "02": 0}
    assert body["total"]["total"] == 7816
    assert [one["progress"] for one in body["versions"]] == [None, "78.11"]


def test_an_earlier_version_can_be_asked_for() -> None:
    tally = make_tally()
    count(tally, {"11": (9000, 20)}, progress="78.11")
    count(tally, {"11": (7796, 20)})
    assert json.loads(get(f"{JSON}?versi=1").content)["total"]["total"] == 9020
    rows = list(csv.reader(io.StringIO(get(f"{CSV}?versi=1").content.decode())))
    assert rows[1] == ["11", "Aceh", "9000", "20", "9020"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("versi=9", 404), ("versi=", 400), ("versi=-1", 400), ("versi=1e3", 400),
     (f"versi={'9' * 40}", 400), ("versi=%00", 400), ("versi=١", 400), ("lain=1", 200)],
)  # fmt: skip
@pytest.mark.parametrize("path", [JSON, CSV])
def test_a_nonsense_parameter_gets_a_clear_answer(path: str, query: str, status: int) -> None:
    count(make_tally())
    answer = get(f"{path}?{query}")
    assert answer.status_code == status
    assert status == 200 or json.loads(answer.content)["error"]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/rekapitulasi/lain.json", "/rekapitulasi/lain.csv"])
def test_an_unknown_count_is_told_as_data_too(path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert "Tidak ada rekapitulasi" in json.loads(answer.content)["error"]


@pytest.mark.parametrize("path", [JSON, CSV])
def test_data_is_sent_again_only_when_it_changed(path: str) -> None:
    tally = make_tally()
    count(tally, {"11": (1, 2)}, progress="1")
    first = get(path)
    assert first["Access-Control-Allow-Origin"] == "*"
    etag, modified = first["ETag"], first["Last-Modified"]
    for headers in ({"if-none-match": etag}, {"if-modified-since": modified}):
        again = get(path, **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
    count(tally, {"11": (2, 2)}, progress="2")
    assert get(path, **{"if-none-match": etag}).status_code == 200


def test_changed_words_change_the_answer() -> None:
    count(make_tally())
    etag = get(JSON)["ETag"]
    define(definition=definition(title="Judul lain"), actor="uji")
    assert get(JSON, **{"if-none-match": etag}).status_code == 200


def test_the_overseas_row_has_no_region_but_a_code_and_a_name() -> None:
    count(make_tally())
    row = json.loads(get(JSON).content)["rows"][-1]
    assert (row["code"], row["name"], row["region"]) == ("99", "Luar Negeri", None)
