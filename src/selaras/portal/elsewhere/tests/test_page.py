"""The page for those who make websites renders the code by itself, without scripts."""

import html
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.embeds.tests.editing import more_types
from selaras.portal.elsewhere.releases import newest
from selaras.portal.elsewhere.tests.asking import ask, status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def page(prefix: str = "", **chosen: str) -> str:
    answer = ask(f"{prefix}/sematan/?{urlencode(chosen)}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def code(name: str, text: str) -> str:
    found = re.search(rf'<textarea id="kode-{name}"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def test_it_gives_the_code_of_every_way_to_show_a_fact() -> None:
    text = page(fakta="siaga.status", wilayah="kota bandung", bentuk="card", mode="dark")
    assert f'integrity="{newest().integrity}" crossorigin="anonymous"' in code("skrip", text)
    assert code("unsur", text) == (
        '<selaras-fact type="siaga.status" region="32.73" format="card" mode="dark" lang="id">'
        '<a href="http://localhost:8000/wilayah/32.73/#fakta-siaga-status">'
        "Status siaga, Kota Bandung</a></selaras-fact>"
    )
    assert 'src="http://localhost:8000/sematan/fakta/siaga.status/32.73/?mode=dark"' in code(
        "iframe", text
    )
    assert code("json", text).endswith("/sematan/fakta/siaga.status/32.73.json")
    assert "wilayah=32.73" in code("umpan", text)
    assert code("kebijakan", text).startswith("script-src http://localhost:8000;")
    assert "<selaras-fact " in text  # the preview is the code itself


def test_it_gives_the_code_of_the_announcements() -> None:
    text = page("/en", fakta="pengumuman", wilayah="32", jumlah="3")
    assert code("unsur", text).startswith('<selaras-announcements region="32" count="3" lang="en">')
    assert "/en/sematan/pengumuman/32/?jumlah=3" in code("iframe", text)


def test_a_region_that_is_not_clear_is_asked_again_and_nothing_is_lost() -> None:
    text = page(fakta="siaga.status", wilayah="Bandung", bentuk="short")
    assert "Ada beberapa wilayah bernama “Bandung”." in text
    assert "wilayah=32.04" in text
    assert '<option value="short" selected>' in text
    assert 'aria-invalid="true"' in text
    assert "<textarea" not in text
    assert "tidak dikenal" in page(wilayah="<b>Antah" * 40)


def test_a_nonsense_choice_is_no_failure() -> None:
    choices: list[dict[str, str]] = [
        {}, {"fakta": "tidak.ada"}, {"bentuk": "x", "mode": "x", "jumlah": "x"},
        {"wilayah": "\0"}, {"fakta": "\0"}, {"wilayah": " "},
        {"fakta": "pengumuman", "jumlah": "9" * 50},
    ]  # fmt: skip
    for chosen in choices:
        page(**chosen)


def test_without_a_choice_it_shows_what_was_stated_last() -> None:
    status("kuning")
    assert 'type="siaga.status" region="32.73"' in code("unsur", page())


def test_it_is_linked_from_the_portal_and_nowhere_else() -> None:
    assert 'href="/sematan/"' in ask("/pengumuman/").content.decode()
    assert "/sematan/" not in ask("/", host="kota-bandung.localhost").content.decode()


def test_queries_do_not_grow_with_the_types() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(fakta="siaga.status", wilayah="32.73")
        return len(captured)

    first = queries()
    more_types(10, stated=True)
    assert queries() == first
