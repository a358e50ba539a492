"""`selaras announce FILE`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selaras.announcements.cli import announce as command
from selaras.announcements.errors import InvalidDocument, KeyReused
from selaras.announcements.models import Announcement
from selaras.announcements.tests.documents import announce, document, line_of
from selaras.institutions.policies import MayNotSpeak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pengumuman.yaml"
    path.write_text(document(), encoding="utf-8")
    return path


def run(file: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(file), *options])


def test_a_dry_run_shows_the_changes_and_makes_none(file: Path) -> None:
    announce({"Kota Bandung": "hijau"}, key="uji-0")
    answer = json.loads(run(file, "--dry-run", "--json").output)
    told = {row["region"]: (row["before"], row["after"]) for row in answer["changes"]}
    assert told == {"32.73": ("Siaga Hijau", "Siaga Merah"), "32.04": (None, "Siaga Jingga")}
    assert answer["announced"] is None
    assert "2 nilai: 1 baru, 1 naik. Belum ada yang diubah." in run(file, "--dry-run").output
    assert Announcement.objects.count() == 1


def test_a_file_is_announced_once(file: Path) -> None:
    first = json.loads(run(file, "--json").output)
    again = json.loads(run(file, "--json").output)
    assert (first["created"], first["facts"]) == (True, 2)
    assert again == first | {"created": False}
    assert "Sudah diumumkan" in run(file).output
    assert json.loads(run(file, "--dry-run", "--json").output)["announced"] == first["url"]


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_what_is_refused_is_refused_in_a_dry_run_too(file: Path, options: list[str]) -> None:
    run(file)
    file.write_text(document(title="Lain"), encoding="utf-8")
    assert isinstance(run(file, *options).exception, KeyReused)
    file.write_text(document(speaker="kota-bandung"), encoding="utf-8")
    assert isinstance(run(file, *options).exception, MayNotSpeak)


def test_mistakes_are_told_with_their_lines(file: Path) -> None:
    text = document({"Bandung": "ungu"})
    file.write_text(text, encoding="utf-8")
    refused = run(file).exception
    assert isinstance(refused, InvalidDocument)
    assert refused.remedy.count(f"Baris {line_of(text, 'Bandung')}: ") == 2


def test_a_file_in_another_encoding_is_refused(file: Path) -> None:
    file.write_bytes(document().encode("utf-16"))
    assert isinstance(run(file).exception, InvalidDocument)
