from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.embeds.tests.editing import BANDUNG, FACTS, HOST, article, more_types, writer
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import owner_of, say
from support.people import LONG_AGO

pytestmark = pytest.mark.django_db

LIST = f"{FACTS}/pilih/"


@pytest.fixture
def posko(topics: None) -> FactType:
    fact_type = FactType.objects.get(key="siaga.posko")
    say(fact_type, BANDUNG, "30", LONG_AGO)
    return fact_type


@pytest.fixture
def page_id(topics: None) -> int:
    return article("<p>Teks.</p>").pk


def html_of(client: Client, path: str, **data: Any) -> str:
    response = client.get(path, data)
    assert response.status_code == 200
    return str(response.json()["html"])


def submitted(client: Client, fact_type: FactType, page_id: int, **data: str) -> dict[str, Any]:
    form = {"format": "short", "region": "", "time": "current", "as_of": "", **data}
    answer: dict[str, Any] = client.post(f"{LIST}{fact_type.pk}/?page={page_id}", form).json()
    return answer


def test_the_list_shows_the_value_that_readers_of_the_page_have(
    posko: FactType, page_id: int
) -> None:
    html = html_of(writer(), LIST, page=page_id)
    assert "pembaca di Kota Bandung" in html
    assert "30 posko" in html
    assert owner_of(posko).short_name in html
    assert "belum pernah ditetapkan untuk Kota Bandung" in html


def test_without_a_page_the_list_shows_the_countrys_values(posko: FactType) -> None:
    html = html_of(writer(), LIST, page="x")
    assert "pembaca di Indonesia" in html
    assert "30 posko" not in html


def test_a_value_that_ended_is_called_ended(posko: FactType, page_id: int) -> None:
    level = FactType.objects.get(key="ppkm.level")
    ended = LONG_AGO + timedelta(days=30)
    say(level, BANDUNG, "3", LONG_AGO, ended)
    html = html_of(writer(), LIST, page=page_id, q="level")
    assert "tidak berlaku lagi" in html
    assert "Level 3, berlaku sampai 30 Januari 2020" in html


@pytest.mark.parametrize("word", ["posko", "SIAGA.POSKO", "siaga musim posko"])
def test_a_fact_is_found_by_label_key_or_topic(posko: FactType, page_id: int, word: str) -> None:
    html = writer().get(f"{LIST}daftar/", {"page": page_id, "q": word}).content.decode()
    assert "Posko siaga" in html
    assert "Masa PPKM" not in html


def test_a_search_without_result_says_so(topics: None) -> None:
    html = writer().get(f"{LIST}daftar/", {"q": "<b>xyz"}).content.decode()
    assert "Tidak ada fakta yang cocok dengan “&lt;b&gt;xyz”" in html


def test_a_retired_fact_is_not_offered(posko: FactType, page_id: int) -> None:
    FactType.objects.filter(pk=posko.pk).update(retired_at=timezone.now())
    assert "Posko siaga" not in html_of(writer(), LIST, page=page_id)


def test_the_list_has_pages_of_twenty(topics: None, page_id: int) -> None:
    more_types(30)
    client = writer()
    first = html_of(client, LIST, page=page_id)
    second = client.get(f"{LIST}daftar/", {"page": page_id, "p": 2}).content.decode()
    assert first.count("data-chooser-modal-choice") == 20
    assert second.count("data-chooser-modal-choice") == 20
    assert f"page={page_id}" in second


def test_ten_more_facts_cost_the_list_no_query(posko: FactType, page_id: int) -> None:
    client = writer()
    html_of(client, LIST, page=page_id)
    more_types(1, stated=True)
    with CaptureQueriesContext(connection) as few:
        html_of(client, LIST, page=page_id)
    more_types(4, stated=True)
    more_types(5)
    with CaptureQueriesContext(connection) as many:
        html_of(client, LIST, page=page_id)
    assert len(few) == len(many)


def test_choosing_a_fact_gives_its_attributes_and_its_words(posko: FactType, page_id: int) -> None:
    assert submitted(writer(), posko, page_id) == {
        "step": "chosen",
        "result": {
            "data": {"id": str(posko.pk), "format": "short"},
            "text": "Posko siaga: 30 posko",
        },
    }


def test_another_region_and_a_date_become_attributes(posko: FactType, page_id: int) -> None:
    options = {"region": "kota bandung", "time": "as-of", "as_of": "2021-09-18"}
    chosen = submitted(writer(), posko, page_id, **options)
    assert chosen["result"]["data"] == {
        "id": str(posko.pk),
        "format": "short",
        "region": BANDUNG,
        "as-of": "2021-09-18",
    }


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"region": "Atlantis"}, "tidak dikenal"),
        ({"region": "Bandung"}, "tidak jelas"),
        ({"time": "as-of"}, "Isi tanggalnya"),
        ({"time": "as-of", "as_of": "2999-01-01"}, "Tanggal tidak boleh di masa depan"),
    ],
)
def test_a_mistake_is_explained_and_nothing_is_chosen(
    posko: FactType, page_id: int, options: dict[str, str], words: str
) -> None:
    answer = submitted(writer(), posko, page_id, **options)
    assert answer["step"] == "options"
    assert words in answer["html"]


def test_editing_begins_with_the_options_that_the_embed_has(posko: FactType, page_id: int) -> None:
    stored = {"page": page_id, "format": "sentence", "region": BANDUNG, "as-of": "2021-09-18"}
    html = html_of(writer(), f"{LIST}{posko.pk}/", **stored)
    assert '<option value="sentence" selected>' in html
    assert 'value="2021-09-18"' in html
    assert f'value="{BANDUNG}"' in html
    assert "30 posko, berlaku sejak 1 Januari 2020" in html


def test_the_preview_says_what_readers_of_the_page_would_read(
    posko: FactType, page_id: int
) -> None:
    form = {"format": "sentence", "region": "", "time": "current"}
    path = f"{LIST}{posko.pk}/pratinjau/?page={page_id}"
    html = writer().post(path, form).content.decode()
    assert "Pembaca di Kota Bandung membaca:" in html
    assert "30 posko, berlaku sejak 1 Januari 2020" in html


def test_the_preview_warns_where_a_page_could_not_be_published(
    posko: FactType, page_id: int
) -> None:
    form = {"format": "short", "region": "Kota Surabaya", "time": "current"}
    path = f"{LIST}{posko.pk}/pratinjau/?page={page_id}"
    assert "tidak dapat diterbitkan" in writer().post(path, form).content.decode()


def test_editing_a_fact_that_does_not_exist_offers_the_list(page_id: int) -> None:
    path = f"{LIST}7d3a1d8e-6f0c-4c0e-9d34-bb0b8a4ef111/?page={page_id}"
    answer = writer().get(path, follow=True, headers=HOST)
    assert answer.json()["step"] == "choose"


@pytest.mark.parametrize("path", [LIST, f"{LIST}daftar/", f"{FACTS}/pemakaian/"])
def test_nobody_sees_the_screens_without_signing_in(topics: None, path: str) -> None:
    response = Client().get(path, headers=HOST)
    assert response.status_code == 302
    assert "/masuk/?next=" in response["Location"]
