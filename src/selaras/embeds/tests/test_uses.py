import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.embeds.models import FactUse, UseIndex
from selaras.embeds.services import reindex
from selaras.embeds.tests.editing import FACTS, article, embed, writer
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import day, say
from selaras.institutions.models import Institution

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


def test_each_institution_stands_with_what_its_readers_see_today(posko: FactType) -> None:
    say(posko, "32.73", "30", day("2025-01-01"))
    say(posko, "35.78", "12", day("2025-01-01"), day("2025-02-01"))
    html = page_of(writer(superuser=True), posko)
    sections = html.split('<section class="fact-group"')[1:]
    assert len(sections) == 3
    bandung = next(one for one in sections if "Kota Bandung" in one)
    surabaya = next(one for one in sections if "Kota Surabaya" in one)
    assert "<strong>30 posko</strong>" in bandung
    assert "berlaku</span>" in bandung
    assert "12 posko, berlaku sampai 31 Januari 2025" in surabaya
    assert "berakhir</span>" in surabaya
    assert sum("belum ditetapkan</span>" in one for one in sections) == 1
    assert "3 teks terbit dan 0 draf di 3 instansi" in html


def test_a_long_list_of_one_institution_is_cut_and_leads_to_all_of_them(posko: FactType) -> None:
    fill(posko, 150)
    client = writer()
    html = page_of(client, posko)
    assert titles(html) == 20
    assert "Lihat 131 teks lagi" in html
    address = f"{INDEX}{posko.pk}/"
    assert titles(client.get(address, {"instansi": "kota-bandung"}).content.decode()) == 100
    second = client.get(address, {"instansi": "kota-bandung", "p": 2}).content.decode()
    assert titles(second) == 51
    assert client.get(address, {"instansi": "kota-surabaya"}).status_code == 404


def test_many_institutions_have_pages_of_twenty_five(posko: FactType) -> None:
    spread(posko, 40)
    client = writer(superuser=True)
    assert page_of(client, posko).count('<section class="fact-group"') == 25
    second = client.get(f"{INDEX}{posko.pk}/", {"p": 2}).content.decode()
    assert 15 <= second.count('<section class="fact-group"') <= 18


def test_ten_more_texts_and_institutions_cost_no_query(posko: FactType) -> None:
    client = writer(superuser=True)
    page_of(client, posko)
    with CaptureQueriesContext(connection) as few:
        page_of(client, posko)
    fill(posko, 10)
    spread(posko, 10)
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


def spread(fact_type: FactType, count: int) -> None:
    """One draft each for many institutions."""
    known = FactUse.objects.filter(fact_type=fact_type).first()
    assert known is not None
    FactUse.objects.bulk_create(
        FactUse(
            fact_type=fact_type,
            institution=institution,
            holder_kind=known.holder_kind,
            holder_id=str(800_000 + institution.pk),
            title=f"Draf {institution.short_name}",
            state=FactUse.State.DRAFT,
        )
        for institution in Institution.objects.filter(region__level="regency")[:count]
    )
