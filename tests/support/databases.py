"""Prepared databases: migrating takes seconds, copying takes milliseconds.

A template is built once for each state of the code that shapes it and kept under `var/test`
(SQLite) or beside the given database (PostgreSQL). Tests get copies. So it is with the static
files of a server, which are compressed when they are collected.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "var" / "test"
SHAPING = (
    "migrations", "data", "content", "services", "models", "blocks",
    "guards.py", "services.py", "bulk.py", "models.py",
)  # fmt: skip
STEPS = {"country": ["setup"], "demonstration": ["demonstration", "build"]}
# What a template begins with: a copy of another one.
BASES = {"demonstration": "country"}


def copy_of(template: str, name: str) -> str:
    """The URL of a fresh copy of a template; an older copy of that name is replaced."""
    base = os.environ.get("DATABASE_URL", "")
    source = _template(template, base)
    if base.startswith("postgres"):
        _make_anew(base, name, source)
        return _renamed(base, name)
    target = Path(tempfile.mkdtemp(prefix="selaras-copy-")) / f"{name}.sqlite3"
    shutil.copyfile(source, target)
    return f"sqlite:///{target}"


def discard(url: str) -> None:
    """Remove a copy that is no longer used."""
    if url.startswith("postgres"):
        name = urlsplit(url).path.lstrip("/")
        _postgres(os.environ["DATABASE_URL"], f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    else:
        shutil.rmtree(Path(url.removeprefix("sqlite:///")).parent, ignore_errors=True)


def environment(url: str, data_dir: Path) -> dict[str, str]:
    """The environment of a process of its own that uses this database."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SELARAS_")}
    return inherited | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "selaras.config.settings.base",
        "PYTHONPATH": str(ROOT / "tests"),
        "SELARAS_DATA_DIR": str(data_dir),
        "SELARAS_DEMONSTRATION": "1",
    }


def run(
    arguments: list[str], env: dict[str, str], *, seconds: int = 300
) -> subprocess.CompletedProcess[str]:
    """Run the console command in a process of its own."""
    return python(["-m", "selaras", *arguments], env, seconds=seconds)


def python(
    arguments: list[str], env: dict[str, str], *, seconds: int = 300
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )


def _template(kind: str, base: str) -> str:
    name = f"selaras_{kind}_{_fingerprint()}"
    with _locked(name):
        if base.startswith("postgres"):
            made = {row[0] for row in _postgres(base, "SELECT datname FROM pg_database")}
            if name not in made or not _media(name).exists():
                _postgres(base, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
                building = f"{name}_building"
                begun = _template(BASES[kind], base) if kind in BASES else "template1"
                _make_anew(base, building, begun)
                _build(kind, _renamed(base, building), _media(name))
                _postgres(base, f'ALTER DATABASE "{building}" RENAME TO "{name}"')
            return name
        path = CACHE / f"{name}.sqlite3"
        if not path.exists() or not _media(name).exists():
            building_path = path.with_suffix(".building")
            building_path.unlink(missing_ok=True)
            if kind in BASES:
                shutil.copyfile(_template(BASES[kind], base), building_path)
            _build(kind, f"sqlite:///{building_path}", _media(name))
            building_path.rename(path)
        return str(path)


def media_of(template: str, data_dir: Path) -> None:
    """Put copies of the template's pictures and documents into a process's data folder."""
    name = f"selaras_{template}_{_fingerprint()}"
    shutil.copytree(_media(name), data_dir / "media", dirs_exist_ok=True)


def static_into(data_dir: Path) -> None:
    """Give a process the static files, collected and compressed as `selaras setup` does it."""
    name = f"static_{_fingerprint_of_static()}"
    kept = CACHE / name
    with _locked(name):
        if not kept.exists():
            with tempfile.TemporaryDirectory(dir=CACHE) as made:
                env = environment("sqlite://", Path(made))
                _require(python(["-m", "django", "collectstatic", "--no-input"], env))
                (Path(made) / "static").rename(kept)
    shutil.copytree(kept, data_dir / "static", dirs_exist_ok=True)


def _media(name: str) -> Path:
    return CACHE / f"{name}.media"


def _build(kind: str, url: str, media: Path) -> None:
    with tempfile.TemporaryDirectory() as data_dir:
        env = environment(url, Path(data_dir))
        _require(run(STEPS[kind], env | {"DJANGO_SETTINGS_MODULE": "support.plain_static"}))
        made = Path(data_dir) / "media"
        made.mkdir(exist_ok=True)
        shutil.copytree(made, media, dirs_exist_ok=True)


def _require(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise RuntimeError(f"{' '.join(done.args)} failed:\n{done.stderr}")


@cache
def _fingerprint_of_static() -> str:
    """Changes when a static file, how they are kept, or the version of a library changes."""
    settings = ROOT / "src" / "selaras" / "config" / "settings" / "base.py"
    digest = hashlib.sha256((ROOT / "requirements.lock").read_bytes() + settings.read_bytes())
    for path in sorted((ROOT / "src" / "selaras").rglob("*")):
        if path.is_file() and "static" in path.parts:
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _fingerprint() -> str:
    """Changes when anything changes that shapes the content of a template."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src" / "selaras").rglob("*")):
        inside = path.relative_to(ROOT).parts
        shapes = "demonstration" in inside or any(part in SHAPING for part in inside)
        if path.is_file() and path.suffix in {".py", ".csv", ".yaml"} and shapes:
            digest.update(str(inside).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def _locked(name: str) -> Iterator[None]:
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _renamed(base: str, name: str) -> str:
    return urlunsplit(urlsplit(base)._replace(path=f"/{name}"))


def _make_anew(base: str, name: str, template: str) -> None:
    _postgres(base, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _postgres(base, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _postgres(base: str, statement: str) -> list[tuple[object, ...]]:
    import psycopg

    # To drop or to copy a database waits for every process of the server: not for ever.
    limits = {"connect_timeout": 30, "options": "-c statement_timeout=120s"}
    with psycopg.connect(_renamed(base, "postgres"), autocommit=True, **limits) as connection:  # type: ignore[arg-type]
        cursor = connection.execute(statement)  # type: ignore[call-overload]
        return list(cursor.fetchall()) if cursor.description else []
