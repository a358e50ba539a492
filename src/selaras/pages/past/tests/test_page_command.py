"""`selaras page URL --at TIME`: what it says and refuses, and that it leaves nothing behind."""

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.config.cli import cli
from selaras.institutions.models import Institution
from selaras.media.models import Picture
from selaras.media.tests.pictures import picture
from selaras.pages.models import ArticlePage, Publication
from selaras.pages.past.errors import NotAMoment
from selaras.pages.past.moments import past_moment
from selaras.pages.past.tree import _shadowed_models
from selaras.pages.tests.making import HOST, article, publish_again, section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def page(path: str, *options: str, at: str | None = None, host: str = f"http://{HOST}") -> Result:
    moment = at or timezone.now().isoformat()
    return CliRunner().invoke(cli, ["page", f"{host}{path}", "--at", moment, *options])


def refusal(done: Result) -> str:
    assert isinstance(done.exception, Refused), done.exception
    return str(done.exception)


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("", "bukan alamat"),
        ("ftp://kota-bandung.localhost", "bukan alamat"),
        ("http://[", "bukan alamat"),
        ("http://example.com", "bukan situs"),
        ("http://tidak-ada.localhost", "bukan situs"),
        ("http://localhost", "situs instansi"),
        ("http://redaksi.localhost", "situs instansi"),
    ],
)
def test_an_address_that_is_no_page_of_ours_is_refused(host: str, said: str) -> None:
    assert said in refusal(page("/satu/", host=host))


@pytest.mark.parametrize("text", ["", "kemarin", "2026-13-40", "0000", "\N{DIGIT ONE}" * 400])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(NotAMoment):
        past_moment(text, Institution.objects.get(slug="kota-bandung").region)


def test_the_future_is_refused() -> None:
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    assert "belum terjadi" in refusal(page("/", at=later))
    assert "belum terjadi" in refusal(page("/", "--known-at", later))


def test_a_time_without_a_zone_is_read_where_the_institution_is() -> None:
    merauke = Institution.objects.get(slug="kab-merauke").region
    assert past_moment("2021-09-18", merauke).isoformat() == "2021-09-18T00:00:00+09:00"
    assert past_moment("2021-09-18 20:00", merauke).isoformat() == "2021-09-18T20:00:00+09:00"
    given = past_moment("2021-09-18T20:00+07:00", merauke)
    assert given.isoformat() == "2021-09-18T20:00:00+07:00"


def test_where_nothing_was_public_the_nearest_periods_are_told() -> None:
    one = article("satu")
    one.unpublish()
    said = refusal(page("/satu/"))
    assert "Yang terdekat" in said
    assert "dibatalkan terbitnya" in said
    assert "tidak pernah tercatat" in refusal(page("/entah/"))


def test_a_part_that_the_page_did_not_have_is_told() -> None:
    article("satu")
    assert "bukan bagiannya" in refusal(page("/satu/halaman/7/"))


def test_it_writes_a_file_and_says_what_cannot_be_reproduced(tmp_path: Path) -> None:
    article("satu")
    target = tmp_path / "satu.html"
    done = page("/satu/", "--out", str(target))
    assert done.stdout_bytes == b""
    assert b"Artikel satu" in target.read_bytes()
    assert "Tidak direkonstruksi" in done.stderr
    assert "tidak dapat ditulis" in refusal(page("/satu/", "--out", str(tmp_path / "a" / "b")))


def test_a_picture_that_is_gone_is_told_and_the_page_still_stands() -> None:
    shown = picture()
    one = article("satu", picture=shown, body=[
        {"type": "picture", "value": {"image": {"image": shown.pk, "alt_text": "A"}}},
        {"type": "paragraph", "value": "<p>Isi tetap.</p>"},
    ])  # fmt: skip
    moment = timezone.now().isoformat()
    one.picture = None
    publish_again(one)
    Picture.objects.get(pk=shown.pk).delete()
    done = page("/satu/", at=moment)
    assert done.exception is None, done.exception
    assert f"gambar {shown.pk}" in done.stderr
    assert "Isi tetap." in done.stdout


def test_a_page_is_found_at_its_old_address_after_everything_is_gone() -> None:
    news = section()
    one = article("satu", news)
    moment = timezone.now().isoformat()
    type(news).objects.get(pk=news.pk).delete()
    assert not ArticlePage.objects.filter(pk=one.pk).exists()
    assert "Artikel satu" in page("/berita/satu/", at=moment).stdout
    assert "Artikel satu" in page("/en/berita/satu/semua/", at=moment).stdout


def test_the_connection_reads_the_present_again_afterwards() -> None:
    one = article("satu")
    moment = timezone.now().isoformat()
    one.title = "Judul kini"
    publish_again(one)
    assert "Judul kini" not in page("/satu/", at=moment).stdout
    refusal(page("/satu/halaman/7/", at=moment))
    assert ArticlePage.objects.get(pk=one.pk).title == "Judul kini"
    assert _temporary() == []
    assert Publication.objects.filter(page_id=one.pk).count() == 2


def _temporary() -> list[str]:
    queries = {
        "sqlite": "SELECT name FROM sqlite_temp_master",
        "postgresql": "SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()",
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        return [row[0] for row in cursor.fetchall()]


def test_every_table_of_a_page_has_a_shadow() -> None:
    names = {model._meta.db_table for model in _shadowed_models()}
    assert {"wagtailcore_page", "pages_articlepage", "pages_correction"} <= names
