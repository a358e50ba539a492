"""The command `selaras sites import-wordpress`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selaras.common.errors import Refused
from selaras.pages.cli import sites
from selaras.pages.models import ArticlePage
from selaras.pages.wordpress.tests.old_site import EXPORT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def run(*arguments: str | Path, institution: str = "kota-bandung") -> Result:
    words = ["import-wordpress", "--institution", institution, *map(str, arguments)]
    return CliRunner().invoke(sites, words, catch_exceptions=False)


def test_the_report_is_told_to_people(uploads: Path) -> None:
    said = run(EXPORT, "--media", uploads).stdout
    assert "https://diskominfo.contoh.example → kota-bandung" in said
    assert "tulisan: 13 dibuat, 1 dilewati" in said
    assert 'tulisan 108 "Sudah Dibuang": dilewati. Ada di tempat sampah situs lama.' in said
    assert "Gambar tanpa teks alternatif (1):\n  - 2021/09/IMG_2201.jpg" in said
    assert "  - https://diskominfo.contoh.example/category/berita/ (1×)" in said
    assert ArticlePage.objects.filter(slug="banjir-surut").exists()


def test_the_report_is_told_to_machines(uploads: Path) -> None:
    told = json.loads(run(EXPORT, "--media", uploads, "--json").stdout)
    assert told["counts"]["post"] == {"created": 13, "skipped": 1}
    assert told["source"] == "https://diskominfo.contoh.example"
    skipped = [item for item in told["items"] if item["outcome"] == "skipped"]
    assert {(item["key"], item["kind"]) for item in skipped} == {("108", "post"), ("302", "agenda")}


def test_a_dry_run_writes_nothing(uploads: Path) -> None:
    said = run(EXPORT, "--media", uploads, "--dry-run").stdout
    assert said.startswith("Uji coba: tidak ada yang ditulis.")
    assert not ArticlePage.objects.filter(slug="banjir-surut").exists()


def test_an_unknown_institution_is_named(uploads: Path) -> None:
    with pytest.raises(Refused, match='Tidak ada instansi "kota-atlantis"'):
        run(EXPORT, institution="kota-atlantis")


def test_a_media_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Folder media"):
        run(EXPORT, "--media", tmp_path / "tiada")


@pytest.mark.parametrize("inside", ["wp-content/uploads", "uploads", "."])
def test_the_media_folder_may_be_the_whole_old_site(inside: str, tmp_path: Path) -> None:
    from selaras.pages.wordpress.tests.old_site import write_uploads

    write_uploads(tmp_path / "lama" / inside)
    told = json.loads(run(EXPORT, "--media", tmp_path / "lama", "--json").stdout)
    assert told["counts"]["attachment"] == {"created": 4, "failed": 2}
