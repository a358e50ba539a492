"""What becomes of an old website with everything that old websites have."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from selaras.institutions.models import Institution
from selaras.ledger.models import AuditEntry
from selaras.media.models import File, Picture
from selaras.pages.models import ArticlePage, InformationPage, SectionPage, Subject
from selaras.pages.models.imported import ImportedItem
from selaras.pages.wordpress.report import Outcome, Report
from selaras.pages.wordpress.tests.conftest import Import
from selaras.pages.wordpress.tests.old_site import SITE

pytestmark = pytest.mark.django_db

HOST = {"host": "kota-bandung.localhost"}


def article(slug: str) -> ArticlePage:
    return ArticlePage.objects.get(slug=slug)


def body(page: ArticlePage | InformationPage) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in page.body.get_prep_value()]


def line(report: Report, key: str) -> Any:
    return next(line for line in report.lines if line.key == key)


def test_posts_stand_in_the_news_and_pages_below_the_home(bring: Import) -> None:
    bring()
    news = SectionPage.objects.get(title="Berita")
    assert news.live
    assert {page.get_parent().pk for page in ArticlePage.objects.all()} == {news.pk}
    homes = {page.get_parent().specific_class.__name__ for page in InformationPage.objects.all()}
    assert homes == {"HomePage"}


def test_an_existing_news_section_is_used(bring: Import, bandung: Institution) -> None:
    assert bandung.site is not None
    news = SectionPage(title="Berita", slug="kabar")
    bandung.site.root_page.add_child(instance=news)
    bring()
    assert SectionPage.objects.count() == 1
    assert article("banjir-surut").get_parent().pk == news.pk


def test_an_article_says_what_the_post_said(bring: Import) -> None:
    bring()
    page = article("banjir-surut")
    assert page.title == "Banjir Surut, Warga Kembali ke Rumah"
    assert page.lead.startswith("Warga Cigondewah mulai kembali")
    assert page.kicker == "Kebencanaan"
    assert page.byline == "Penulis Lama"
    assert page.place == "Bandung"
    assert page.dated == datetime(2021, 9, 24, 3, tzinfo=UTC)
    assert page.first_published_at == page.last_published_at == page.dated
    assert page.live
    assert not page.has_unpublished_changes
    assert page.picture is not None
    assert page.picture.description == "Warga membersihkan lumpur di Cigondewah"
    assert page.picture_caption == "Warga bergotong royong. (Foto: Humas)"


def test_links_lead_to_what_is_here_now(bring: Import) -> None:
    report = bring()
    vaccination, document = article("posko-vaksinasi"), File.objects.get()
    text = dict(body(article("banjir-surut")))["paragraph"]
    assert f'<a linktype="page" id="{vaccination.pk}">posko vaksinasi</a>' in text
    assert f'<a linktype="document" id="{document.pk}">surat edaran</a>' in text
    assert '<a href="https://bnpb.go.id/">BNPB</a>' in text
    assert report.links == {f"{SITE}/category/berita/": 1}
    by_number = body(vaccination)[0][1]
    assert f'<a linktype="page" id="{article("banjir-surut").pk}">kabar banjir</a>' in by_number


def test_blocks_become_blocks(bring: Import) -> None:
    bring()
    kinds = [kind for kind, _ in body(article("posko-vaksinasi"))]
    assert kinds == ["paragraph", "table", "gallery", "quote", "video"]
    table = dict(body(article("posko-vaksinasi")))["table"]
    assert table["caption"] == "Jadwal posko"
    assert [column["type"] for column in table["table"]["columns"]] == ["rich", "text"]


def test_the_pictures_of_a_gallery_are_shown_with_their_texts(bring: Import) -> None:
    bring()
    text = Client().get("/berita/posko-vaksinasi/", headers=HOST).content.decode()
    gallery = text.partition('class="gallery"')[2].partition("</section>")[0]
    assert gallery.count("<img") == 2
    assert 'alt="Antrean pagi"' in gallery
    assert 'alt="Grafik dosis"' in gallery
    assert "Antrean pagi</figcaption>" in gallery.replace("\n", "")


def test_every_page_can_be_read_and_runs_nothing(bring: Import) -> None:
    bring()
    client = Client()
    for page in [*ArticlePage.objects.live(), *InformationPage.objects.live()]:
        path = page.get_url_parts()[2]
        response = client.get(path, headers=HOST)
        assert response.status_code == 200, path
        text = response.content.decode()
        assert "alert(" not in text
        assert "jahat.example" not in text
        assert ">None<" not in text


def test_a_long_text_has_its_pages(bring: Import) -> None:
    bring()
    page = article("panduan-isolasi")
    assert [len(part.blocks) for part in page.parts] == [1, 1, 2]
    third = Client().get("/berita/panduan-isolasi/halaman/3/", headers=HOST).content.decode()
    assert "Bagian ketiga." in third


def test_a_scheduled_post_waits_for_its_moment(bring: Import) -> None:
    bring()
    page = article("jadwal-uji-coba")
    moment = datetime(2099, 1, 2, 3, tzinfo=UTC)
    assert not page.live
    assert page.go_live_at == moment
    assert page.approved_schedule
    assert Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at == moment
    past = article("sudah-lewat")
    assert past.live
    assert past.first_published_at == datetime(2022, 1, 1, 3, tzinfo=UTC)


def test_what_was_not_public_becomes_a_draft(bring: Import) -> None:
    bring()
    for slug in ("rancangan-siaran-pers", "menunggu", "catatan", "dengan-sandi"):
        page = article(slug)
        assert not page.live, slug
        assert page.first_published_at is None
        assert page.has_unpublished_changes
        assert page.body
        assert Client().get(f"/berita/{slug}/", headers=HOST).status_code == 404


def test_a_slug_that_is_taken_gets_a_number(bring: Import) -> None:
    bring()
    assert article("banjir-surut").title.startswith("Banjir Surut, Warga")
    assert article("banjir-surut-2").title == "Banjir Surut (lagi)"


def test_emoji_and_javanese_script_arrive(bring: Import) -> None:
    bring()
    page = article("sugeng-rawuh")
    assert page.title == "Sugeng rawuh 😀 ꦱꦏꦸꦗꦁ"
    assert "👨\u200d👩\u200d👧" in page.lead


def test_subjects_that_the_country_knows_are_kept(bring: Import) -> None:
    subject = Subject.objects.create(slug="kebencanaan", label="Kebencanaan")
    bring()
    subjects = article("banjir-surut").page_subjects.all()
    assert [about.subject for about in subjects] == [subject]


def test_the_report_tells_every_item_with_its_reason(bring: Import) -> None:
    report = bring()
    assert report.counts == {
        "post": {"created": 13, "skipped": 1},
        "page": {"created": 2},
        "attachment": {"created": 4, "failed": 2},
        "agenda": {"skipped": 1},
    }
    assert line(report, "108").reason == "Ada di tempat sampah situs lama."
    assert line(report, "302").reason == 'Jenis "agenda" tidak diimpor.'
    assert line(report, "14").reason == "Tidak ada di folder media."
    assert line(report, "15").reason == "Gambar SVG belum dapat diterima."
    assert "Kode pendek [contact-form-7] dibuang." in line(report, "202").notes
    assert report.pictures_without_text == ["2021/09/IMG_2201.jpg"]
    assert report.remarks == [
        "1 butir pengaturan WordPress tidak ikut.",
        "1 komentar tidak ikut.",
    ]


def test_a_picture_with_the_wrong_ending_is_taken_under_the_right_one(bring: Import) -> None:
    bring()
    names = {picture.title: picture.filename for picture in Picture.objects.all()}
    assert names["IMG_2201"].startswith("IMG_2201")
    assert names["IMG_2201"].endswith(".png")


def test_alternative_texts_come_from_what_people_wrote(bring: Import) -> None:
    bring()
    texts = {picture.title: picture.description for picture in Picture.objects.all()}
    assert texts == {
        "foto-banjir": "Warga membersihkan lumpur di Cigondewah",
        "IMG_2201": "",
        "Infografis vaksinasi": "Infografis vaksinasi",
    }


def test_everything_written_is_in_the_audit(bring: Import) -> None:
    bring()
    pages = AuditEntry.objects.filter(action="pages.import.create")
    assert pages.count() == 15
    assert set(pages.values_list("actor", "institution")) == {("uji", "kota-bandung")}
    run = AuditEntry.objects.get(action="pages.import")
    assert run.details["counts"]["post"]["created"] == 13


def test_a_dry_run_says_the_same_and_writes_nothing(bring: Import) -> None:
    pages = Page.objects.count()
    said = bring(dry_run=True)
    assert Page.objects.count() == pages
    for model in (Picture, File, ImportedItem, Redirect, AuditEntry):
        assert not model.objects.exists()
    done = bring()
    svg = ("attachment", "15")
    assert {
        (one.kind, one.key, one.outcome) for one in said.lines if (one.kind, one.key) != svg
    } == {(one.kind, one.key, one.outcome) for one in done.lines if (one.kind, one.key) != svg}
    assert said.links == done.links
    assert {one.key: one.notes for one in said.lines} == {one.key: one.notes for one in done.lines}


def test_a_file_that_breaks_off_writes_nothing(bring: Import, tmp_path: Any) -> None:
    from selaras.pages.wordpress.errors import UnreadableExport
    from selaras.pages.wordpress.tests.old_site import EXPORT

    pages = Page.objects.count()
    broken = tmp_path / "terpotong.xml"
    broken.write_bytes(EXPORT.read_bytes()[:20_000])
    with pytest.raises(UnreadableExport, match="terpotong"):
        bring(broken)
    assert Page.objects.count() == pages
    assert not Picture.objects.exists()


def test_a_post_of_300_000_characters_is_imported_whole(bring: Import, tmp_path: Any) -> None:
    from selaras.pages.wordpress.tests.old_site import export_of, post

    text = "\n\n".join(f"Kalimat {number} tentang banjir di kota." for number in range(9_000))
    file = tmp_path / "panjang.xml"
    file.write_bytes(export_of(post(1, text)))
    report = bring(file)
    assert line(report, "1").outcome is Outcome.CREATED
    assert len(text) > 300_000
    assert "Kalimat 8999 tentang" in str(body(article("tulisan-1")))
