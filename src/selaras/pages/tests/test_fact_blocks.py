"""Tables and histories of facts in the body of a page."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.demonstration.siaga import announce_season
from selaras.embeds.models import FactUse
from selaras.embeds.services import reindex
from selaras.embeds.tests.editing import writer
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import day, make_type, say
from selaras.pages.blocks.facts import FactHistoryBlock, FactTableBlock
from selaras.pages.errors import NeverStated
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import HOST, article, home_of, publish_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def table(*keys: str, scope: str = "below", regions: str = "") -> dict[str, Any]:
    types = [str(FactType.objects.get(key=key).pk) for key in keys]
    value = {"caption": "Semua daerah", "types": types, "scope": scope, "regions": regions}
    return {"type": "fact_table", "value": value}


def course(key: str, region: str = "") -> dict[str, Any]:
    fact_type = str(FactType.objects.get(key=key).pk)
    return {
        "type": "fact_history",
        "value": {"title": "", "fact_type": fact_type, "region": region},
    }


def get(path: str, host: str = HOST) -> str:
    response = Client().get(path, headers={"host": host})
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def season(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")


@pytest.mark.usefixtures("season")
def test_a_table_shows_all_regencies_of_the_pages_province_and_follows_the_fact() -> None:
    article("tabel", body=[table("siaga.status", "siaga.posko"), course("siaga.status")])
    html = get("/tabel/")
    assert html.count('<th scope="row"><a href="http://') == 27
    assert html.count("Semua nilai") == 0
    assert 'href="http://kab-bogor.localhost' in html
    assert html.count("Keputusan siaga musim hujan (data peragaan)") <= 4
    assert '<rect class="course-step"' in html
    assert "Sekarang: " in html
    say(FactType.objects.get(key="siaga.status"), "32.01", "hijau", timezone.localdate())
    again = get("/tabel/")
    assert again.count("(diperbarui)") == 1
    assert "1 nilai berubah setelah halaman ini terbit" in again


@pytest.mark.usefixtures("season")
def test_a_page_with_38_provinces_costs_as_many_queries_as_one_with_its_own_region() -> None:
    article("banyak", body=[table("siaga.status", "siaga.posko", scope="provinces")])
    article("sedikit", body=[table("siaga.status", "siaga.posko", regions="51 Provinsi Bali")])

    def queries(path: str) -> int:
        get(path)
        with CaptureQueriesContext(connection) as captured:
            get(path)
        return len(captured)

    assert queries("/banyak/") == queries("/sedikit/")


def test_blocks_in_drafts_and_public_texts_count_as_uses() -> None:
    say(FactType.objects.get(key="siaga.posko"), "32.73", "3", day("2025-01-01"))
    page = article("pakai", body=[table("siaga.posko")])

    def uses() -> set[tuple[str, str]]:
        rows = FactUse.objects.filter(holder_id=str(page.pk))
        return set(rows.values_list("fact_type__key", "state"))

    assert uses() == {("siaga.posko", "live")}
    page.body = [table("siaga.posko"), course("siaga.status")]
    page.save_revision()
    both = {("siaga.posko", "live"), ("siaga.posko", "draft"), ("siaga.status", "draft")}
    assert uses() == both
    reindex()
    assert uses() == both


def test_a_table_is_published_once_any_of_its_regions_had_a_value() -> None:
    page = ArticlePage(
        title="Tabel", slug="tabel", lead="Teras.", byline="Redaksi", place="Bandung",
        body=[table("siaga.posko")],
    )  # fmt: skip
    home_of().add_child(instance=page)
    with pytest.raises(NeverStated, match="Posko siaga"):
        publish_again(page)
    say(FactType.objects.get(key="siaga.posko"), "51.71", "3", day("2025-01-01"))
    with pytest.raises(NeverStated):
        publish_again(page)
    say(FactType.objects.get(key="siaga.posko"), "32.01", "3", day("2025-01-01"))
    publish_again(page)
    assert get("/tabel/").count("belum ditetapkan") == 26


def test_a_history_is_not_published_where_its_region_never_had_a_value() -> None:
    say(FactType.objects.get(key="siaga.posko"), "51.71", "3", day("2025-01-01"))
    with pytest.raises(NeverStated):
        article("riwayat", body=[course("siaga.posko")])
    article("riwayat-lain", body=[course("siaga.posko", "51.71 Kota Denpasar")])
    assert "Kota Denpasar" in get("/riwayat-lain/")


def test_a_table_without_regions_or_with_nonsense_says_so() -> None:
    make_type("uji.angka")
    page = article("kosong")
    page.body = [table("uji.angka", scope="named"), table("uji.angka", scope="entah")]
    page.save()
    html = get("/kosong/")
    assert "Tidak ada wilayah untuk tabel ini." in html
    assert "Tabel fakta resmi ini tidak dapat ditampilkan." in html


def test_the_editing_form_opens_with_what_was_chosen() -> None:
    page = article("ubah")
    page.body = [table("siaga.posko"), course("siaga.status", "32.73 Kota Bandung")]
    page.save_revision()
    html = writer().get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Posko siaga" in html
    assert "Status siaga" in html
    assert "/admin/fakta/jenis/" in html


def test_regions_are_named_by_code_or_name_and_kept_with_their_codes() -> None:
    block = FactTableBlock()
    stored = table("siaga.posko", scope="named", regions="kota bandung; 51.71\n32.73 Kota Bandung")
    cleaned = block.clean(block.to_python(stored["value"]))
    assert cleaned["regions"] == "32.73 Kota Bandung\n51.71 Kota Denpasar"


@pytest.mark.parametrize(
    ("scope", "regions", "words"),
    [
        ("named", "", "paling sedikit satu wilayah"),
        ("named", "Atlantis", "Atlantis"),
        ("named", "\n".join(["32.73"] * 101), "Paling banyak 100 wilayah"),
        ("below", "32.73", "Sebut satu provinsi"),
        ("below", "32\n51", "Sebut satu provinsi"),
        ("below", "00", "Sebut satu provinsi"),
    ],
)
def test_what_names_no_rows_is_refused_at_its_field(scope: str, regions: str, words: str) -> None:
    block = FactTableBlock()
    stored = table("siaga.posko", scope=scope, regions=regions)
    with pytest.raises(ValidationError) as refusal:
        block.clean(block.to_python(stored["value"]))
    assert words in str(refusal.value.block_errors["regions"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("made_up", ["", "bukan", "00000000-0000-4000-8000-000000000000"])
def test_a_fact_that_does_not_exist_is_refused(made_up: str) -> None:
    block = FactHistoryBlock()
    value = block.to_python({"title": "", "fact_type": made_up, "region": ""})
    with pytest.raises(ValidationError):
        block.clean(value)
