"""A reader's browser tells what was opened: nothing that it sends is answered or fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from selaras.search.asked import noting, views
from selaras.search.asked.marks import Day
from selaras.search.asked.notes import Thing

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    views.here_and_now.clear()
    noting._notes.begin_day(Day(timezone.localdate(), b"k" * 32))
    yield
    noting.forget()
    views.here_and_now.clear()


def kept() -> dict[tuple[str, ...], dict[str, int]]:
    things = [tuple(one) for one in noting._notes._kept]
    taken = noting._notes.take([Thing(*one) for one in things])
    return {tuple(one): dict(counts) for one, counts in taken.items()}


def send(said: Any, *, kind: str = views.URLENCODED, headers: dict[str, str] = OWN) -> int:
    made = RequestFactory().post("/cari/pilih/", said, content_type=kind, headers=headers)
    response = views.picked(made)
    assert not response.content
    assert not response.cookies
    return response.status_code


def test_what_was_opened_is_counted_by_its_place_and_its_key() -> None:
    assert send("q=Cara+buat+KTP&position=2&region=32.73&key=page%3A12") == 204
    assert kept() == {
        ("question", "00", "cara buat ktp"): {"picked_third": 1},
        ("question", "32", "cara buat ktp"): {"picked_third": 1},
        ("result", "", "page:12"): {},
    }


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("", {}),
        ("q=x&position=0", {}),
        ("q=xx&position=-1", {}),
        ("q=xx&position=%D9%A3", {}),
        ("q=xx&position=99999999999999999999", {}),
        ("q=xx&position=501", {}),
        ("q=budi%40contoh.id&position=1&key=x%00y%3A1", {}),
        ("q=" + "x" * 5000 + "&position=1", {}),
        ("q=xx&position=1", {"headers": {"sec-fetch-site": "cross-site"}}),
        ("q=xx&position=1", {"headers": {"origin": "https://jahat.example"}}),
        ('{"q": "xx", "position": 1}', {"kind": "application/json"}),
        ("\xff\xfe%", {"kind": "multipart/form-data; boundary=x"}),
    ],
)
def test_nonsense_and_what_comes_from_elsewhere_counts_for_nothing(
    said: str, more: dict[str, Any]
) -> None:
    assert send(said, **more) == 204
    assert kept() == {}


def test_a_flood_is_taken_up_to_a_measure() -> None:
    for _ in range(1300):
        send("q=banjir&position=1&region=00")
    assert kept() == {("question", "00", "banjir"): {"picked_first": 1200}}


def test_it_is_only_told_by_post() -> None:
    assert views.picked(RequestFactory().get("/cari/pilih/")).status_code == 405
