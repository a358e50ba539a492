import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.embeds.models import FactUse, UseIndex
from selaras.embeds.services import reindex
from selaras.embeds.tests.editing import FACTS, article, embed, writer
from selaras.facts.models import FactType

pytestmark = pytest.mark.django_db

INDEX = f"{FACTS}/pemakaian/"


@pytest.fixture
def posko(topics: None) -> FactType:
    """Said by one page each in Bandung, Surabaya and East Java."""
    tag = embed("siaga.posko")
    for slug in ("kota-bandung", "kota-surabaya", "jawa-timur"):
        article(f"<p>{tag}</p>", slug)
    reindex()
    return FactType.objects.get(key="siaga.posko")


def page_of(client: Client, fact_type: FactType) -> str:
    response = client.get(f"{INDEX}{fact_type.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> int:
    return html.count('<div class="title-wrapper">')


def test_an_editor_sees_her_institutions_texts_and_the_number_of_others(posko: FactType) -> None:
    html = page_of(writer("kota-bandung"), posko)
    assert titles(html) == 1
    assert "/edit/" in html
    assert "2 teks instansi lain" in html
    assert "Surabaya" not in html


def test_the_owner_sees_all_public_texts_but_may_edit_none(posko: FactType) -> None:
    html = page_of(writer("bnpb"), posko)
    assert titles(html) == 3
    assert "/edit/" not in html
    assert "teks instansi lain" not in html


def test_the_owner_sees_no_draft_of_another_institution(posko: FactType) -> None:
    FactUse.objects.filter(institution__slug="kota-bandung").update(state=FactUse.State.DRAFT)
    html = page_of(writer("bnpb"), posko)
    assert titles(html) == 2
    assert "Kota Bandung" not in html
    assert "1 teks instansi lain" in html


def test_a_superuser_sees_and_may_edit_all(posko: FactType) -> None:
    html = page_of(writer(superuser=True), posko)
    assert titles(html) == 3
    assert html.count("/edit/") == 3


def test_drafts_are_called_drafts(posko: FactType) -> None:
    FactUse.objects.filter(institution__slug="kota-bandung").update(state=FactUse.State.DRAFT)
    html = page_of(writer("kota-bandung"), posko)
    assert "draf" in html
    assert "w-status--primary" not in html


def test_an_incomplete_index_is_a_warning_and_not_an_empty_list(posko: FactType) -> None:
    UseIndex.objects.update(complete=False)
    client = writer()
    for path in (INDEX, f"{INDEX}{posko.pk}/"):
        html = client.get(path).content.decode()
        assert "Daftar pemakaian fakta belum lengkap." in html
        assert "selaras embeds reindex" in html
        assert "Tidak ada" not in html


def test_the_list_counts_live_texts_and_drafts(posko: FactType) -> None:
    FactUse.objects.filter(institution__slug="kota-bandung").update(state=FactUse.State.DRAFT)
    html = writer().get(INDEX, {"q": "posko siaga"}).content.decode()
    assert "<td>2</td>\n      <td>1</td>" in html


def test_a_long_list_has_pages_of_a_hundred(posko: FactType) -> None:
    fill(posko, 150)
    client = writer()
    assert titles(page_of(client, posko)) == 100
    second = client.get(f"{INDEX}{posko.pk}/", {"p": 2}).content.decode()
    assert titles(second) == 51


def test_ten_more_texts_cost_no_query(posko: FactType) -> None:
    client = writer()
    page_of(client, posko)
    with CaptureQueriesContext(connection) as few:
        page_of(client, posko)
    fill(posko, 10)
    with CaptureQueriesContext(connection) as many:
        page_of(client, posko)
    assert len(few) == len(many)


def test_the_menu_leads_to_the_list(topics: None) -> None:
    html = writer().get("/admin/").content.decode()
    assert "Pemakaian fakta" in html
    assert INDEX in html


def fill(fact_type: FactType, count: int) -> None:
    known = FactUse.objects.get(fact_type=fact_type, institution__slug="kota-bandung")
    FactUse.objects.bulk_create(
        FactUse(
            fact_type=fact_type,
            institution_id=known.institution_id,
            holder_kind=known.holder_kind,
            holder_id=str(900_000 + number),
            title=f"Teks {number}",
            state=FactUse.State.LIVE,
        )
        for number in range(count)
    )
