"""`selaras tallies create`, `import` and `show`."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from selaras.ledger.models import AuditEntry
from selaras.tallies.cli import tallies as command
from selaras.tallies.errors import FinalStands, InvalidHead, InvalidSheet, NotFinal, UnknownTally
from selaras.tallies.models import Tally, Version
from selaras.tallies.reading import LARGEST
from selaras.tallies.tests.counting import REAL, THREE, count, csv_of, make_tally
from selaras.tallies.tests.reports import contest, data, report
from selaras.tallies.tests.test_head import HEAD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def answered(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--json")
    found: dict[str, Any] = json.loads(result.output)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hitungan.csv"
    path.write_text(csv_of(THREE), encoding="utf-8")
    return path


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the published result with one digit changed."""
    path = tmp_path / "salinan.csv"
    path.write_text(REAL.read_text("utf-8").replace("1400093", "1400094"), encoding="utf-8")
    return path


def test_a_dry_run_of_a_good_file_prints_totals_and_shares_and_writes_nothing() -> None:
    result = run("import", REAL, "--dry-run")
    assert result.exit_code == 0
    told = result.output.replace("\N{NO-BREAK SPACE}", " ")
    for line in (
        "02 Prabowo Gibran   96.214.691   58,6 %",
        "Suara sah          164.227.475  100,0 %",
        "39 baris, 3 pilihan, 0 tidak cocok.",
        "Belum ada yang disimpan.",
    ):
        assert line in told
    answer = answered("import", REAL, "--dry-run")
    assert (answer["ok"], answer["total"], answer["rows"]) == (True, 164_227_475, 39)
    assert [one["share"] for one in answer["options"]] == ["24.9", "58.6", "16.5"]
    assert not Tally.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_dry_run_of_a_changed_copy_names_the_row_and_the_difference(changed: Path) -> None:
    answer = answered("import", changed, "--dry-run")
    (flaw,) = answer["flaws"]
    assert (answer["ok"], flaw["line"], flaw["place"]) == (False, 5, "Riau")
    assert flaw["words"] == (
        "Baris 5, Riau: jumlah ketiga pilihan 3.688.505, tetapi suara_sah 3.688.504; selisih 1."
    )
    assert run("import", changed, "--dry-run", "--json").exit_code == 1
    assert isinstance(run("import", changed, "--dry-run").exception, InvalidSheet)


def test_the_console_command_exits_with_1_and_tells_the_row(changed: Path) -> None:
    name = str(connection.settings_dict["NAME"])
    url = f"sqlite:///{name}"
    if connection.vendor == "postgresql":
        url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    env = os.environ | {
        "DATABASE_URL": url,
        "SELARAS_DEMONSTRATION": "1",
        "DJANGO_SETTINGS_MODULE": "selaras.config.settings.base",
    }
    done = subprocess.run(
        [sys.executable, "-m", "selaras", "tallies", "import", str(changed), "--dry-run"],
        env=env, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Baris 5, Riau: jumlah ketiga pilihan 3.688.505" in done.stderr
    assert "selisih 1." in done.stderr
    assert done.stdout == ""


def test_a_count_is_described_and_published_once(tmp_path: Path, file: Path) -> None:
    head = tmp_path / "uji.yaml"
    head.write_text(HEAD, encoding="utf-8")
    assert answered("create", head, "--dry-run") == {"slug": "uji-2026", "dry_run": True}
    assert not Tally.objects.exists()
    assert answered("create", head) == {"slug": "uji-2026", "created": True, "changed": True}
    assert "tidak ada yang diubah" in run("create", head).output
    assert "Belum ada versi" in run("show", "uji-2026").output
    first = answered("import", file, "--tally", "uji-2026")
    assert (first["created"], first["version"]) == (True, 1)
    assert answered("import", file, "--tally", "uji-2026") == first | {"created": False}
    assert "Sudah diterbitkan sebagai versi 1" in run("import", file, "--tally", "uji-2026").output
    assert answered("import", file, "--tally", "uji-2026", "--dry-run")["published"] == 1
    assert answered("show", "uji-2026")["version"] == 1


def test_a_partial_count_is_published_with_its_progress_and_mismatches(tmp_path: Path) -> None:
    make_tally()
    path = tmp_path / "sementara.csv"
    path.write_text("kode,nama,Ani,Budi,suara_sah\n11,Aceh,1,2,4\n", encoding="utf-8")
    options = ("import", path, "--tally", "uji", "--partial")
    assert isinstance(run(*options).exception, NotFinal)
    told = run(*options, "--progress", "78,11", "--note", "Baru Aceh.").output
    assert "Baris 2, Aceh: jumlah kedua pilihan 3, tetapi suara_sah 4; selisih 1." in told
    assert "Diterbitkan sebagai versi 1." in told
    version = Version.objects.get()
    assert (str(version.progress), version.note, version.instrument) == ("78.11", "Baru Aceh.", "")


def test_a_report_brings_its_own_progress(tmp_path: Path) -> None:
    make_tally()
    path = tmp_path / "laporan.json"
    new = report(contest(SubUnitsReported=1, TotalSubUnits=4), Status="unofficial-partial")
    path.write_bytes(data(new))
    assert isinstance(run("import", path, "--dry-run").exception, NotFinal)
    assert answered("import", path, "--tally", "uji", "--partial")["version"] == 1
    assert str(Version.objects.get().progress) == "25.00"


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_what_is_refused_is_refused_in_a_dry_run_too(file: Path, options: list[str]) -> None:
    count(make_tally(), {"11": (1, 2)})
    partial = ("import", file, "--tally", "uji", "--partial", "--progress", "5", *options)
    assert isinstance(run(*partial).exception, FinalStands)
    assert isinstance(run("import", file, "--tally", "lain", *options).exception, UnknownTally)


def test_publishing_needs_to_know_the_count(file: Path, tmp_path: Path) -> None:
    assert isinstance(run("import", file).exception, UnknownTally)
    assert isinstance(run("show", "tidak-ada").exception, UnknownTally)
    (tmp_path / "kosong.yaml").write_text("a: b", encoding="utf-8")
    assert isinstance(run("create", tmp_path / "kosong.yaml").exception, InvalidHead)


@pytest.mark.parametrize(
    "options", [["--progress", "banyak"], ["--progress", "78.11"], ["--decided-on", "kemarin"]]
)
def test_an_option_that_cannot_be_read_is_told(file: Path, options: list[str]) -> None:
    result = run("import", file, "--dry-run", *options)
    assert result.exit_code == 2
    assert "tidak dapat dibaca" in result.output


def test_of_a_very_large_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as large:
        large.truncate(100 * 2**20)
    refused = run("import", path, "--dry-run").exception
    assert isinstance(refused, InvalidSheet)
    assert "terlalu besar" in str(refused)
    assert LARGEST < 10 * 2**20
