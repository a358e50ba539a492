import pytest
from django.test import Client
from django.utils import translation

from selaras.look.languages import prefix, versions


def test_every_language_has_its_own_address_of_a_page() -> None:
    assert [(one.code, one.path) for one in versions("/kontak/")] == [
        ("id", "/kontak/"),
        ("en", "/en/kontak/"),
    ]
    english = versions("/en/kontak/")
    assert [one.path for one in english] == ["/kontak/", "/en/kontak/"]
    assert [one.current for one in english] == [False, True]


def test_a_path_that_only_begins_like_a_language_is_none() -> None:
    assert [one.path for one in versions("/energi/")] == ["/energi/", "/en/energi/"]


def test_the_prefix_follows_the_language_spoken() -> None:
    assert prefix() == ""
    with translation.override("en"):
        assert prefix() == "/en"


@pytest.mark.django_db
@pytest.mark.parametrize("wish", ["en", "en-US,en;q=0.9", "jv", "*", "\x00", "x" * 5000])
def test_what_the_browser_asks_for_changes_nothing(country: None, wish: str) -> None:
    given = Client().get("/", headers={"host": "localhost", "accept-language": wish})
    assert given.headers["Content-Language"] == "id"
    assert "Accept-Language" not in given.headers.get("Vary", "")
    assert "Cookie" not in given.headers.get("Vary", "")


@pytest.mark.django_db
def test_the_english_address_speaks_english(country: None) -> None:
    response = Client().get("/en/", headers={"host": "kota-bandung.localhost"})
    assert response.headers["Content-Language"] == "en"
    assert '<html lang="en">' in response.content.decode()
