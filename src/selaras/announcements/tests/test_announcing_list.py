"""The list of what one's institutions have announced."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.announcements.tests.documents import announce
from selaras.announcements.tests.editors import LIST, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def test_the_list_shows_what_the_own_institutions_announced() -> None:
    announce()
    author = signed_in("bnpb")
    page = author.get(LIST)
    assert "Status siaga diperbarui" in words(page)
    assert "2 wilayah" in words(page)
    assert "Status siaga diperbarui" not in words(signed_in("kemendagri").get(LIST))
    assert "Status siaga diperbarui" in words(signed_in("komdigi", superuser=True).get(LIST))


def test_the_list_is_in_pages_and_asks_as_much_for_a_full_page() -> None:
    announce()
    author = signed_in("bnpb")
    counts = []
    for numbers in ([], range(2, 24)):
        for number in numbers:
            announce(key=f"uji-{number}", title=f"Pengumuman ke-{number:02}")
        author.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            page = author.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "Pengumuman ke-23" in words(page)
    assert "Pengumuman ke-03" not in words(page)
    assert "Pengumuman ke-03" in words(author.get(LIST, {"p": 2}))


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30])
def test_a_nonsense_page_number_of_the_list_is_no_failure(number: str) -> None:
    announce()
    author = signed_in("bnpb")
    assert author.get(LIST, {"p": number}).status_code in {200, 404}
