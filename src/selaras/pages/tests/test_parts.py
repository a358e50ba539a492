import pytest
from django.test import Client

from selaras.pages.parts import parts_of
from selaras.pages.tests.making import HOST, article

pytestmark = pytest.mark.django_db

BREAK = {"type": "page_break", "value": {"title": "Bagian dua"}}


def text(words: str) -> dict[str, str]:
    return {"type": "paragraph", "value": f"<p>{words}</p>"}


def get(path: str) -> tuple[int, str]:
    response = Client().get(path, headers={"host": HOST})
    return response.status_code, response.content.decode()


class Block:
    def __init__(self, block_type: str, title: str = "") -> None:
        self.block_type = block_type
        self.value = {"title": title}


def test_a_body_without_breaks_is_one_part_even_when_it_is_empty() -> None:
    assert len(parts_of([])) == 1
    assert [len(part.blocks) for part in parts_of([Block("paragraph"), Block("quote")])] == [2]


def test_breaks_at_the_ends_and_beside_each_other_make_no_empty_parts() -> None:
    stop, words = Block("page_break"), Block("paragraph")
    parts = parts_of([stop, words, stop, stop, words, stop])
    assert [(part.number, len(part.blocks)) for part in parts] == [(1, 1), (2, 1)]


@pytest.fixture
def long_article(country: None) -> None:
    article("panjang", body=[text("Satu."), BREAK, text("Dua."), BREAK, text("Tiga.")])


def test_each_part_has_its_address_and_leads_to_the_next(long_article: None) -> None:
    status, first = get("/panjang/")
    assert status == 200
    assert "Satu." in first
    assert "Dua." not in first
    assert 'rel="next" href="/panjang/halaman/2/"' in first
    second = get("/panjang/halaman/2/")[1]
    assert "Dua." in second
    assert "Bagian dua" in second
    assert 'href="/panjang/halaman/3/"' in second
    last = get("/panjang/halaman/3/")[1]
    assert "Tiga." in last
    assert 'rel="next"' not in last


def test_all_parts_stand_on_one_page(long_article: None) -> None:
    body = get("/panjang/semua/")[1]
    assert all(word in body for word in ("Satu.", "Dua.", "Tiga."))


@pytest.mark.parametrize("number", ["0", "4", "999999999999999999999"])
def test_a_part_that_does_not_exist_is_not_found(long_article: None, number: str) -> None:
    assert get(f"/panjang/halaman/{number}/")[0] == 404


def test_the_first_part_and_the_whole_of_a_short_article_have_one_address(
    long_article: None,
) -> None:
    article("pendek")
    first = Client().get("/panjang/halaman/1/", headers={"host": HOST})
    whole = Client().get("/pendek/semua/", headers={"host": HOST})
    assert (first.status_code, first.headers["Location"]) == (302, "/panjang/")
    assert (whole.status_code, whole.headers["Location"]) == (302, "/pendek/")
