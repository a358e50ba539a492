import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from selaras.embeds.editor import begin_editing, end_editing, region_of
from selaras.embeds.tests.editing import BANDUNG, article, embed, more_types, writer
from selaras.facts.formats import Format
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import say
from selaras.institutions.models import Region
from selaras.pages.blocks import TEXT_FEATURES
from support.people import LONG_AGO

pytestmark = pytest.mark.django_db


@pytest.fixture
def posko(topics: None) -> Iterator[FactType]:
    """Bandung has 30 posts, and its texts are being edited."""
    fact_type = FactType.objects.get(key="siaga.posko")
    say(fact_type, BANDUNG, "30", LONG_AGO)
    begin_editing(Region.objects.get(pk=BANDUNG))
    yield fact_type
    end_editing()


def opened(html: str) -> dict[str, Any]:
    state: dict[str, Any] = json.loads(
        ContentstateConverter(TEXT_FEATURES).from_database_format(html)
    )
    return state


def there_and_back(html: str) -> str:
    converter = ContentstateConverter(TEXT_FEATURES)
    stored: str = converter.to_database_format(converter.from_database_format(html))
    return stored


def test_an_opened_text_shows_the_label_and_the_value_of_the_pages_region(posko: FactType) -> None:
    state = opened(f"<p>Ada {embed('siaga.posko')} hari ini.</p>")
    assert state["blocks"][0]["text"] == "Ada Posko siaga: 30 posko hari ini."
    assert state["entityMap"]["0"] == {
        "type": "FACT",
        "mutability": "IMMUTABLE",
        "data": {"id": str(posko.pk), "format": "short"},
    }
    [place] = state["blocks"][0]["entityRanges"]
    assert (place["offset"], place["length"]) == (4, len("Posko siaga: 30 posko"))


def test_a_fact_without_a_value_says_so_in_the_editor(posko: FactType) -> None:
    state = opened(f"<p>{embed('siaga.cakupan')}</p>")
    text = "Desa dengan jalur evakuasi (belum ditetapkan untuk Kota Bandung)"
    assert state["blocks"][0]["text"] == text


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"format": Format.SENTENCE},
        {"region": "35.78"},
        {"format": Format.TABLE, "region": "31", "as_of": date(2021, 9, 18)},
    ],
)
def test_opening_and_saving_a_text_changes_no_attribute_of_an_embed(
    posko: FactType, options: dict[str, Any]
) -> None:
    tag = embed("siaga.posko", **options)
    for html in (f"<p>Ada {tag} hari ini.</p>", f"<p><b>{tag}</b>, lalu {tag}</p>"):
        stored = there_and_back(html)
        assert stored.count(tag) == html.count(tag)
        assert stored.count("<embed") == html.count(tag)


@pytest.mark.parametrize(
    "tag",
    [
        '<embed embedtype="fact" id="bukan-kunci" format="short"/>',
        '<embed embedtype="fact" id="7d3a1d8e-6f0c-4c0e-9d34-bb0b8a4ef111" format="aneh"/>',
    ],
)
def test_an_embed_beyond_recognition_is_shown_as_such_and_kept(posko: FactType, tag: str) -> None:
    html = f"<p>Ada {tag} hari ini.</p>"
    assert opened(html)["blocks"][0]["text"] == "Ada Fakta resmi tidak ditemukan hari ini."
    assert tag in there_and_back(html)


def test_an_attribute_cannot_smuggle_markup_into_the_stored_text(posko: FactType) -> None:
    state = opened(f"<p>{embed('siaga.posko')}</p>")
    state["entityMap"]["0"]["data"]["id"] = '"/><script>alert(1)</script>'
    stored = ContentstateConverter(TEXT_FEATURES).to_database_format(json.dumps(state))
    assert "<script" not in stored


def test_without_a_page_a_text_is_opened_as_the_country_reads_it(posko: FactType) -> None:
    end_editing()
    text = opened(f"<p>{embed('siaga.posko')}</p>")["blocks"][0]["text"]
    assert text == "Posko siaga (belum ditetapkan untuk Indonesia)"
    assert region_of(None).pk == "00"


def test_the_edit_screen_shows_values_of_the_pages_region_and_forgets_it(posko: FactType) -> None:
    end_editing()
    page = article(f"<p>{embed('siaga.posko')}</p>")
    response = writer().get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200
    assert "Posko siaga: 30 posko" in response.content.decode()
    text = opened(f"<p>{embed('siaga.posko')}</p>")["blocks"][0]["text"]
    assert text == "Posko siaga (belum ditetapkan untuk Indonesia)"


def test_ten_more_facts_in_a_page_cost_the_edit_screen_no_query(posko: FactType) -> None:
    client = writer()
    counts = []
    for count in (2, 12):
        types = more_types(count, stated=True)
        texts = "".join(f"<p>{embed(fact_type.key)}</p>" for fact_type in types)
        page = article(texts)
        client.get(f"/admin/pages/{page.pk}/edit/")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/admin/pages/{page.pk}/edit/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
