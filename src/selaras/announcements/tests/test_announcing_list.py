"""The list of what one's institutions write, plan and have announced."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.announcements.manuscripts.tests.writing import (
    announced,
    approver,
    author,
    later,
    saved,
    submitted,
    wall,
    written,
)
from selaras.announcements.tests.documents import announce, regencies_and_cities
from selaras.announcements.tests.editors import LIST, address, client_of, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def asked(client: Client, part: str) -> int:
    return asked_at(client, f"{LIST}?lihat={part}")


def asked_at(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_each_part_shows_its_own_rows_with_their_states() -> None:
    user, decides = author(), approver()
    written(user, title="Sedang ditulis")
    submitted(user, title="Sudah diajukan")
    announced(user, decides, title="Nanti malam", goes_live=wall(later()))
    announced(user, decides, title="Sudah terbit")
    announce(title="Dari berkas")  # by the command: it has no manuscript
    client = client_of(user)
    shown = {
        "dikerjakan": ({"Sedang ditulis"}, "Draf"),
        "menunggu": ({"Sudah diajukan"}, "Sedang ditinjau"),
        "terjadwal": ({"Nanti malam"}, "Terjadwal"),
        "terbit": ({"Sudah terbit", "Dari berkas"}, "Terbit"),
    }
    every = {title for titles, _ in shown.values() for title in titles}
    for part, (titles, state) in shown.items():
        page = words(client.get(LIST, {"lihat": part}))
        assert {title for title in every if title in page} == titles
        assert state in page
    assert "Dari berkas" not in words(signed_in("kemendagri").get(LIST, {"lihat": "terbit"}))
    superuser = signed_in("komdigi", superuser=True)
    assert "Dari berkas" in words(superuser.get(LIST, {"lihat": "terbit"}))


def test_ten_more_rows_of_each_part_ask_no_more() -> None:
    user, decides = author(), approver()
    client = client_of(user)

    def fill(numbers: range) -> None:
        for number in numbers:
            rows = [["siaga.status", f"32.{number:02}", "merah"]]
            written(user, title=f"Naskah {number}")
            submitted(user, title=f"Diajukan {number}")
            announced(user, decides, title=f"Terbit {number}", rows=rows)
            announced(user, decides, title=f"Nanti {number}", rows=rows, goes_live=wall(later()))

    fill(range(1, 3))
    parts = ("dikerjakan", "menunggu", "terjadwal", "terbit")

    def counts() -> list[int]:
        """What is kept for a while, and what is not, differs in the first round only."""
        for part in parts:
            asked(client, part)
        return [asked(client, part) for part in parts]

    few = counts()
    fill(range(3, 13))
    assert counts() == few


def test_more_values_and_more_versions_ask_no_more_on_any_screen() -> None:
    user, decides = author(), approver()
    client, counts = client_of(user), []
    codes = regencies_and_cities(40)
    for number, size in enumerate((3, 3, 40)):
        rows = [["siaga.status", code, "merah"] for code in codes[:size]]
        manuscript = submitted(user, title=f"Naskah {number}", rows=rows, audience=codes[:size])
        for version in range(size):
            saved(manuscript, user, title=f"Naskah {version}", rows=rows, audience=codes[:size])
        made = announced(user, decides, title=f"Terbit {number}", rows=rows)
        screens = [
            address("manuscript", manuscript),
            address("edit", manuscript),
            address("version", manuscript, 2),
            address("announcement", made),
            address("recall", made),
        ]
        counts.append([asked_at(client, screen) for screen in screens])
    assert counts[2] == counts[1]


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30])
def test_a_nonsense_page_number_or_part_of_the_list_is_no_failure(number: str) -> None:
    client = signed_in("bnpb")
    assert client.get(LIST, {"p": number, "lihat": number}).status_code == 200
