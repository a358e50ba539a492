"""The second run of an import: nothing changes by itself, and editors keep the last word."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from selaras.institutions.models import Institution
from selaras.media.models import File, Picture
from selaras.pages.models import ArticlePage
from selaras.pages.models.imported import ImportedItem
from selaras.pages.wordpress.errors import NotImportable
from selaras.pages.wordpress.report import Line, Outcome
from selaras.pages.wordpress.tests.conftest import Import
from selaras.pages.wordpress.tests.old_site import EXPORT, export_of, png, post

pytestmark = pytest.mark.django_db

TABLES = [Page, Revision, Picture, File, Redirect, ImportedItem]


def state() -> list[list[dict[str, Any]]]:
    rows = [list(model._default_manager.order_by("pk").values()) for model in TABLES]
    for item in rows[-1]:
        del item["changed_at"]  # what failed was tried again
    return rows


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The export after somebody changed one post on the old site."""
    file = tmp_path / "berubah.xml"
    file.write_bytes(EXPORT.read_bytes().replace(b"Layanan baru diuji", b"Layanan lama diuji"))
    return file


def line(lines: list[Line], key: str) -> Line:
    return next(line for line in lines if line.key == key)


def scheduled() -> ArticlePage:
    return ArticlePage.objects.get(slug="jadwal-uji-coba")


def test_the_second_run_changes_nothing(bring: Import) -> None:
    bring()
    before = state()
    report = bring()
    assert state() == before
    assert report.counts["post"] == {"unchanged": 13, "skipped": 1}
    assert report.counts["page"] == {"unchanged": 2}
    assert report.counts["attachment"] == {"unchanged": 4, "failed": 2}


def test_queries_of_a_run_that_changes_nothing_do_not_grow_with_posts(
    bring: Import, tmp_path: Path
) -> None:
    def queries(posts: int) -> int:
        file = tmp_path / "ekspor.xml"
        file.write_bytes(export_of(*map(post, range(1, posts))))
        bring(file)
        with CaptureQueriesContext(connection) as captured:
            bring(file)
        return len(captured)

    assert queries(5) == queries(25)


def test_what_changed_on_the_old_site_is_brought_up_to_date(bring: Import, changed: Path) -> None:
    bring()
    report = bring(changed)
    assert report.counts["post"] == {"unchanged": 12, "updated": 1, "skipped": 1}
    page = scheduled()
    assert page.lead == "Layanan lama diuji coba."
    assert page.approved_schedule
    assert ImportedItem.objects.get(key="104").revision == page.latest_revision_id


def test_what_an_editor_changed_since_is_not_overwritten(bring: Import, changed: Path) -> None:
    bring()
    page = scheduled()
    page.lead = "Kata redaksi."
    page.save_revision()
    report = bring(changed)
    told = line(report.lines, "104")
    assert told.outcome is Outcome.KEPT
    assert "redaksi sudah menyuntingnya" in told.reason
    assert scheduled().get_latest_revision_as_object().lead == "Kata redaksi."


def test_what_an_editor_withdrew_is_not_published_again(bring: Import, tmp_path: Path) -> None:
    bring()
    ArticlePage.objects.get(slug="html-rusak").unpublish()
    file = tmp_path / "berubah.xml"
    file.write_bytes(EXPORT.read_bytes().replace(b"tanpa penutup", b"tanpa akhir"))
    report = bring(file)
    assert "menariknya" in line(report.lines, "109").reason
    assert not ArticlePage.objects.get(slug="html-rusak").live


def test_what_an_editor_deleted_does_not_come_back(bring: Import) -> None:
    bring()
    scheduled().delete()
    Picture.objects.get(title="foto-banjir").delete()
    report = bring()
    assert line(report.lines, "104").reason == "Sudah dihapus redaksi; tidak dibuat lagi."
    assert "Sudah dihapus" in line(report.lines, "10").reason
    assert not ArticlePage.objects.filter(slug="jadwal-uji-coba").exists()
    assert not Picture.objects.filter(title="foto-banjir").exists()


def test_a_page_that_moved_stays_where_the_editor_put_it(bring: Import) -> None:
    bring()
    page = scheduled()
    page.slug = "jadwal-baru"
    page.save()
    report = bring()
    assert line(report.lines, "104").outcome is Outcome.UNCHANGED
    assert ArticlePage.objects.filter(slug="jadwal-uji-coba").count() == 0


def test_media_that_come_later_are_put_into_the_texts(bring: Import, uploads: Path) -> None:
    first = bring(media=None)
    assert first.counts["attachment"] == {"failed": 6}
    assert ArticlePage.objects.get(slug="banjir-surut").picture is None
    second = bring(media=uploads)
    assert second.counts["attachment"] == {"created": 4, "failed": 2}
    assert line(second.lines, "101").outcome is Outcome.UPDATED
    assert ArticlePage.objects.get(slug="banjir-surut").picture is not None
    assert bring(media=uploads).counts["post"]["unchanged"] == 13


def test_two_old_sites_of_one_institution_do_not_mix(bring: Import, tmp_path: Path) -> None:
    bring()
    file = tmp_path / "kedua.xml"
    other = EXPORT.read_bytes().replace(b"diskominfo.contoh.example", b"ppid.contoh.example")
    file.write_bytes(other)
    report = bring(file)
    assert report.counts["post"]["created"] == 13
    assert ArticlePage.objects.filter(slug__startswith="banjir-surut").count() == 4


def test_pictures_that_the_export_does_not_list_are_found_in_the_folder(
    bring: Import, uploads: Path, tmp_path: Path
) -> None:
    (uploads / "2019" / "05").mkdir(parents=True)
    (uploads / "2019" / "05" / "lama.png").write_bytes(png(grey=77))
    file = tmp_path / "tanpa-media.xml"
    file.write_bytes(
        export_of(post(1, 'A <img src="/wp-content/uploads/2019/05/lama-300x200.png" alt="X"> B'))
    )
    report = bring(file)
    assert report.counts == {"attachment": {"created": 1}, "post": {"created": 1}}
    assert Picture.objects.get().title == "lama"
    again = bring(file)
    assert again.counts == {"post": {"unchanged": 1}}
    assert Picture.objects.count() == 1


def test_nothing_outside_the_media_folder_is_read(
    bring: Import, uploads: Path, tmp_path: Path
) -> None:
    (tmp_path / "rahasia.png").write_bytes(png())
    (uploads / "tautan.png").symlink_to(tmp_path / "rahasia.png")
    file = tmp_path / "keluar.xml"
    addresses = ["../rahasia.png", "%2e%2e/rahasia.png", "/" + str(tmp_path / "rahasia.png")]
    texts = "".join(
        f'<img src="/wp-content/uploads/{address}">' for address in [*addresses, "tautan.png"]
    )
    file.write_bytes(export_of(post(1, f"A {texts}")))
    bring(file)
    assert not Picture.objects.exists()


def test_another_import_of_the_same_site_is_noticed(
    bring: Import, bandung: Institution, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from selaras.pages.wordpress.writing import Writer

    reserve = Writer.reserve

    def reserve_late(self: Writer, entries: list[Any]) -> None:
        source = "https://diskominfo.contoh.example"
        ImportedItem.objects.create(institution=bandung, source=source, key="1", kind="post")
        reserve(self, entries)

    monkeypatch.setattr(Writer, "reserve", reserve_late)
    file = tmp_path / "satu.xml"
    file.write_bytes(export_of(post(1)))
    pages = ArticlePage.objects.count()
    with pytest.raises(NotImportable, match="sedang berjalan"):
        bring(file)
    assert ArticlePage.objects.count() == pages
