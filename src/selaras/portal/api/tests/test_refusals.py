"""Whatever is asked wrongly is refused in one shape, with words that help, and never fails."""

import pytest

from selaras.portal.api.answers import METHODS
from selaras.portal.api.tests.asking import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
VALUE, REGIONS = "facts/siaga.status/value", "facts/siaga.status/regions"
WRONG = [
    (VALUE, {"region": "Bandung"}, "bukan kode wilayah"),
    (VALUE, {"region": "99.99"}, "wilayah 99.99, yang tidak ada"),
    (VALUE, {"region": "\u0663\u0662"}, "bukan kode wilayah"),
    (VALUE, {"region": "32\0"}, "region"),
    (VALUE, {"region": ""}, "kosong"),
    (VALUE, {"region": "3" * 10_000}, "lebih dari 200 huruf"),
    (VALUE, {"region": ["32", "32.73"]}, "lebih dari sekali"),
    (VALUE, {"wilayah": "32"}, "Yang ada: region, at, known_at."),
    (VALUE, {"at": "kemarin"}, "bukan tanggal"),
    (VALUE, {"at": "2021-02-31"}, "bukan tanggal"),
    (VALUE, {"at": "0001-01-01T00:00:00+14:00"}, "1900"),
    (VALUE, {"at": "9999-12-31"}, "2300"),
    (VALUE, {"at": "9999-12-31T23:59:59.999999-23:59"}, "2300"),
    (VALUE, {"at": "\u0662\u0660\u0662\u0661-01-01"}, "bukan tanggal"),
    (VALUE, {"known_at": "2299-01-01"}, "belum tiba"),
    (REGIONS, {"within": "0"}, "bukan kode wilayah"),
    (REGIONS, {"level": "kecamatan"}, "national, province, regency, city"),
    (REGIONS, {"format": "xml"}, "json, csv, geojson"),
    ("facts", {"limit": "0"}, "1 sampai 200"),
    ("facts", {"limit": "201"}, "1 sampai 200"),
    ("facts", {"limit": "\u0661"}, "1 sampai 200"),
    ("facts", {"limit": "1e9"}, "1 sampai 200"),
    ("facts", {"cursor": "YWJj"}, "kursor"),
    ("facts", {"topic": "tidak-ada"}, "tidak dikenal"),
    ("facts", {"owner": b"\xff\xfe"}, "owner"),
    ("facts/siaga.status", {"region": "32"}, "Alamat ini tidak punya"),
    ("facts/siaga.status/history", {"cursor": "dmVyc2lvbnM6MQ"}, "kursor"),
    ("announcements", {"since": "0"}, "bukan tanggal"),
    ("announcements", {"cursor": "YW5ub3VuY2VtZW50czox"}, "kursor"),
    ("changes", {"limit": "1001"}, "1 sampai 1000"),
    ("search", {}, "paling sedikit 2 huruf"),
    ("search", {"q": "a"}, "paling sedikit 2 huruf"),
    ("search", {"q": "banjir " * 2_000}, "lebih dari 200 huruf"),
    ("search", {"q": "banjir\0"}, "tidak tampak"),
    ("search", {"q": "banjir", "kind": "berita,gosip"}, "Pilihannya: berita, informasi"),
    ("search", {"q": "banjir", "since": "2026-02-30"}, "bukan tanggal"),
    ("search", {"q": "banjir", "within": "99"}, "wilayah 99, yang tidak ada"),
    ("search", {"q": "banjir", "page": "0"}, "bilangan dari 1"),
    ("search", {"q": "banjir", "page": "\u0661"}, "bilangan dari 1"),
]  # fmt: skip


def test_a_wrong_parameter_is_named_with_what_would_be_right() -> None:
    for path, query, words in WRONG:
        answer = ask(path, **query)
        assert answer.status_code == 400, (path, query)
        assert words in answer.json()["error"], (path, query, answer.json())
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cache-Control"] == "no-store"


def test_what_is_at_no_address_is_told_in_the_same_shape() -> None:
    for path in (
        "",
        "fakta",
        "facts/",
        "facts/tidak.ada",
        "facts/tidak.ada/value",
        "facts/SIAGA",
        "announcements/tidak-ada",
        "facts/siaga.status/nilai",
        "/api/v2/facts",
        "/api/",
        "facts/" + "a" * 5_000,
        "announcements/%0a",
        "facts/%00",
    ):
        answer = ask(path)
        assert answer.status_code == 404, path
        assert answer.json().keys() == {"error"}
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_it_is_only_read_and_any_website_may_ask_first() -> None:
    for path in ("facts", "changes", "tidak-ada", "/api/openapi.json"):
        for method in ("POST", "PUT", "DELETE", "TRACE", "X-Y"):
            answer = ask(path, method=method)
            assert (answer.status_code, answer["Allow"]) == (405, METHODS)
            assert "GET" in answer.json()["error"]
        asked = ask(path, method="OPTIONS", headers={"origin": "https://lain.example"})
        assert (asked.status_code, asked.content) == (204, b"")
        assert asked["Access-Control-Allow-Origin"] == "*"
        assert "If-None-Match" in asked["Access-Control-Allow-Headers"]
        assert asked["Access-Control-Allow-Methods"] == METHODS
        assert not asked.cookies


def test_head_tells_what_get_would_and_no_answer_sets_a_cookie() -> None:
    got, told = ask("facts"), ask("facts", method="HEAD")
    assert (told.status_code, told.content) == (200, b"")
    for name in ("Content-Length", "ETag", "Content-Type", "Cache-Control"):
        assert told[name] == got[name]
    assert not got.cookies
    assert "Cookie" not in got["Vary"]


def test_who_takes_none_of_what_is_offered_is_told() -> None:
    refused = ask("facts", headers={"accept": "text/html"})
    assert refused.status_code == 406
    assert "application/json" in refused.json()["error"]
    for accept in ("*/*", "application/*", "text/html, application/json;q=0.1", ""):
        assert ask("facts", headers={"accept": accept}).status_code == 200, accept
    csv = ask(REGIONS, headers={"accept": "text/csv"}, format="csv", within="32.73")
    assert csv.status_code == 200
