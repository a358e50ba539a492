"""A backup restores everything, or says aloud that it cannot."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selaras.config.backup.errors import Damaged, Occupied, Unfit, WrongKeys
from selaras.config.backup.keys import read_keys
from selaras.config.backup.manifest import Kept, seal_of
from selaras.config.backup.restoring import restore_backup, verify_backup
from selaras.config.backup.writing import make_backup
from support import databases

HERE = Path(__file__).parent
SECRET = "uji-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2
Env = dict[str, str]


@pytest.fixture(scope="module")
def country_env(worker: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Env]:
    """A demonstration country with pictures, in a process environment of its own."""
    url = databases.copy_of("demonstration", f"selaras_backup_{worker}")
    data_dir = tmp_path_factory.mktemp("country")
    databases.media_of("demonstration", data_dir)
    databases.static_into(data_dir)
    yield databases.environment(url, data_dir)
    databases.discard(url)


@pytest.fixture(scope="module")
def whole(country_env: Env, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup in a folder, made once; beside it the keys."""
    target = tmp_path_factory.mktemp("backups") / "cadangan"
    made = selaras(country_env, "backup", str(target), "--keys", f"{target}.kunci")
    assert made.returncode == 0, made.stderr
    return target


def selaras(env: Env, *arguments: str) -> subprocess.CompletedProcess[str]:
    return databases.run(list(arguments), env)


def answers(env: Env) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(HERE / "every_answer.py")],
        env=env, cwd=databases.ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def elsewhere(worker: str, tmp_path: Path) -> Iterator[tuple[Env, Path]]:
    """An empty database (PostgreSQL), an empty folder, and an environment that uses both."""
    into = tmp_path / "pulih"
    base, name = os.environ.get("DATABASE_URL", ""), f"selaras_restored_{worker}"
    if base.startswith("postgres"):
        databases._postgres(base, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        databases._postgres(base, f'CREATE DATABASE "{name}"')
        url = databases._renamed(base, name)
        yield databases.environment(url, into), into
        databases.discard(url)
    else:
        yield databases.environment(f"sqlite:///{into / 'selaras.sqlite3'}", into), into


def restored(source: Path, env: Env, into: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Restore from outside of the new folder, as on a new machine."""
    apart = env | {"SELARAS_DATA_DIR": str(into.with_name("kosong"))}
    keys = more or ("--keys", f"{source}.kunci")
    return selaras(apart, "restore", str(source), "--into", str(into), *keys)


def test_a_restored_country_answers_the_same_byte_for_byte(
    country_env: Env, elsewhere: tuple[Env, Path], tmp_path: Path
) -> None:
    env, into = elsewhere
    target = tmp_path / "cadangan.tar"
    made = selaras(country_env, "backup", str(target), "--keys", f"{target}.kunci")
    assert made.returncode == 0, made.stderr
    before = answers(country_env)
    assert sum(status == 200 for status, _ in before.values()) > 250
    assert sum("/media/" in address for address in before) > 50
    done = restored(target, env, into)
    assert done.returncode == 0, done.stderr
    assert selaras(env, "setup").returncode == 0
    assert answers(env) == before
    assert not list(tmp_path.glob("*belum-selesai*"))


def test_keys_are_apart_and_no_session_is_in_a_backup(whole: Path) -> None:
    keys = Path(f"{whole}.kunci")
    secret = json.loads(keys.read_text())["secret_key"]
    assert keys.stat().st_mode & 0o777 == 0o600
    assert whole.stat().st_mode & 0o777 == 0o700
    inside = b"".join(path.read_bytes() for path in whole.iterdir() if path.is_file())
    assert secret.encode() not in inside
    if (whole / "database.sqlite3").exists():
        with sqlite3.connect(whole / "database.sqlite3") as database:
            assert database.execute("SELECT count(*) FROM django_session").fetchone() == (0,)


def damaged(whole: Path, tmp_path: Path, how: str) -> Path:
    copy = tmp_path / "rusak"
    shutil.copytree(whole, copy)
    manifest = copy / "manifest.json"
    victim = next(
        path for path in sorted(copy.rglob("*")) if "media" in path.parts and path.is_file()
    )
    content = bytearray(victim.read_bytes())
    if how == "changed byte":
        content[len(content) // 2] ^= 1
        victim.write_bytes(content)
    elif how == "truncated file":
        victim.write_bytes(content[:-1])
    elif how == "missing file":
        victim.unlink()
    elif how == "strange file":
        (copy / "media/tambahan.jpg").write_bytes(b"x")
    elif how == "no manifest":
        manifest.unlink()
    elif how == "no seal":
        (copy / "seal.json").unlink()
    elif how == "broken seal":
        (copy / "seal.json").write_text("{")
    elif how == "changed manifest":
        manifest.write_bytes(manifest.read_bytes().replace(b'"size"', b'"siZe"', 1))
    return copy


DAMAGE = {
    "changed byte": "rusak atau diubah",
    "truncated file": "rusak atau diubah",
    "missing file": "hilang dari cadangan ini",
    "strange file": "tidak termasuk cadangan ini",
    "no manifest": "tidak lengkap",
    "no seal": "tidak lengkap",
    "broken seal": "Segel cadangan ini rusak",
    "changed manifest": "Daftar isi cadangan ini rusak",
}


@pytest.mark.parametrize("how", DAMAGE)
def test_damage_is_found_and_the_target_stays_as_it_was(
    how: str, whole: Path, tmp_path: Path
) -> None:
    copy, into = damaged(whole, tmp_path, how), tmp_path / "pulih"
    with pytest.raises(Damaged, match=DAMAGE[how]):
        verify_backup(copy)
    into.mkdir()
    with pytest.raises(Damaged, match=DAMAGE[how]):
        restore_backup(copy, into, None)
    assert list(into.iterdir()) == []
    assert not list(tmp_path.glob("*belum-selesai*"))


def test_a_restored_folder_holds_the_same_files(whole: Path, elsewhere: tuple[Env, Path]) -> None:
    env, into = elsewhere
    done = restored(whole, env, into)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Whole.") == 1
    assert tree(into / "media") == tree(whole / "media")
    assert into.stat().st_mode & 0o777 == 0o700
    assert (into / "demonstration.key").stat().st_mode & 0o777 == 0o600


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def packed(whole: Path, tmp_path: Path) -> Path:
    target = tmp_path / "cadangan.tar"
    last = ("manifest.json", "seal.json")
    with tarfile.open(target, "w") as archive:
        for path in sorted(whole.rglob("*"), key=lambda one: one.name in last):
            if path.is_file():
                archive.add(path, path.relative_to(whole).as_posix())
    return target


def test_a_cut_or_flipped_archive_is_never_taken_for_whole(whole: Path, tmp_path: Path) -> None:
    target = packed(whole, tmp_path)
    verify_backup(target)
    content = target.read_bytes()
    size = len(content)
    bad = tmp_path / "rusak.tar"
    for length in (0, 100, 512, size // 3, size // 2 // 512 * 512, size - 11_000):
        bad.write_bytes(content[:length])
        with pytest.raises(Damaged):
            verify_backup(bad)
    for place in range(0, size, size // 15):
        flipped = bytearray(content)
        flipped[place] ^= 0x20
        bad.write_bytes(flipped)
        found = all_of(bad)
        assert found is None or found == all_of(target), place


def all_of(path: Path) -> dict[str, Kept] | None:
    """The files of a whole backup; a flipped bit between files changes none of them."""
    try:
        return verify_backup(path).files
    except Damaged:
        return None


@pytest.mark.parametrize("name", ["../keluar", "/etc/keluar", "media/../../keluar"])
def test_no_name_leads_out_of_the_folder(name: str, whole: Path, tmp_path: Path) -> None:
    target, into = packed(whole, tmp_path), tmp_path / "dalam/pulih"
    with tarfile.open(target, "a") as archive:
        archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    with pytest.raises(Damaged, match="nama berkas yang tidak sah"):
        restore_backup(target, into, None)
    assert not list(tmp_path.rglob("keluar"))


def test_a_link_in_an_archive_is_no_file(whole: Path, tmp_path: Path) -> None:
    target = packed(whole, tmp_path)
    link = tarfile.TarInfo("media/tautan")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(target, "a") as archive:
        archive.addfile(link)
    with pytest.raises(Damaged, match="bukan berkas"):
        verify_backup(target)


def test_nothing_is_overwritten(whole: Path, tmp_path: Path) -> None:
    with pytest.raises(Occupied, match="tidak ditimpa"):
        make_backup(whole)
    old = tmp_path / "kunci"
    old.write_text("lama")
    with pytest.raises(Occupied, match="tidak ditimpa"):
        make_backup(tmp_path / "baru", old)
    assert [path.name for path in tmp_path.iterdir()] == ["kunci"]
    assert old.read_text() == "lama"


def test_only_an_empty_folder_is_restored_into(whole: Path, tmp_path: Path) -> None:
    full = tmp_path / "isi"
    full.mkdir()
    (full / "catatan").write_text("penting")
    with pytest.raises(Occupied, match="tidak kosong"):
        restore_backup(whole, full, None)
    assert [path.name for path in full.iterdir()] == ["catatan"]
    assert [path.name for path in tmp_path.iterdir()] == ["isi"]


@pytest.mark.parametrize(
    "text", [json.dumps({"kind": "selaras-keys", "secret_key": SECRET}), "{}", "bukan json"]
)
def test_other_keys_are_refused(text: str, whole: Path, tmp_path: Path) -> None:
    other, into = tmp_path / "lain.kunci", tmp_path / "pulih"
    other.write_text(text)
    with pytest.raises(WrongKeys):
        restore_backup(whole, into, read_keys(other))
    assert not into.exists()


def test_restoring_asks_for_the_keys(whole: Path, elsewhere: tuple[Env, Path]) -> None:
    env, into = elsewhere
    unasked = restored(whole, env, into, "--into", str(into))
    assert unasked.returncode == 1
    assert "--without-keys" in unasked.stderr
    assert not into.exists()


@pytest.mark.parametrize(
    ("name", "value"), [("format", 2), ("migrations", ["facts.9999_dari_masa_depan"])]
)
def test_a_backup_of_a_newer_version_is_refused(
    name: str, value: object, whole: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "baru"
    shutil.copytree(whole, copy)
    text = json.dumps(json.loads((copy / "manifest.json").read_text()) | {name: value}).encode()
    (copy / "manifest.json").write_bytes(text)
    (copy / "seal.json").write_bytes(seal_of(text, SECRET))
    with pytest.raises(Unfit, match="yang lebih baru"):
        restore_backup(copy, tmp_path / "pulih", None)
    assert not (tmp_path / "pulih").exists()


def test_a_kill_at_any_write_and_a_full_disk_leave_nothing_that_looks_whole(
    country_env: Env, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "backup_and_die.py"), str(tmp_path)],
        env=country_env, cwd=databases.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] > 5
    # Only the last kill comes after the name was given, and then the backup is whole.
    assert found["taken"] == found["named"]
    assert len(found["named"]) <= 1
    assert found["left"] == []
    assert found["full"] == [[3, True]] * 4
