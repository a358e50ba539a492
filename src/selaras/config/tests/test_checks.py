"""Each unsafe choice yields its number, and a good production yields none."""

import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import LazySettings

from selaras.accounts.models import User
from selaras.config.checks import database, folders
from selaras.config.checks.silenced import SILENCED
from selaras.config.checks.verdict import ADVICE, fails, findings
from selaras.config.commands.check import check
from selaras.search.index import national_index
from selaras.textindex.schema import Document

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[4]
PAGE = ROOT / "docs/reference/checks.md"
KEY = secrets.token_urlsafe(50)
REMOTE = {"ENGINE": "django.db.backends.postgresql", "HOST": "basisdata.example.go.id"}


@pytest.fixture
def production(
    country: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """The settings of a good production."""
    for name, value in {
        "DEMONSTRATION": False,
        "DEBUG": False,
        "SECRET_KEY": KEY,
        "SCHEME": "https",
        "DOMAIN": "selaras.go.id",
        "PORT_SUFFIX": "",
        "TRUSTED_PROXIES": 1,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURITY_CONTACT": "mailto:keamanan@selaras.go.id",
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "surat.selaras.go.id",
        "EMAIL_USE_TLS": True,
        "DATA_DIR": tmp_path,
        "STATIC_ROOT": tmp_path / "static",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }.items():
        setattr(settings, name, value)
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o700)
    for folder in ("static", "media"):
        (tmp_path / folder).mkdir()
    (tmp_path / "static/staticfiles.json").write_text("{}")
    with national_index().writing() as index:
        index.put([Document("institution:1", {})])
    return settings


def put(path: Path, mode: int, text: str = "") -> None:
    path.write_text(text)
    path.chmod(mode)


def without(settings: Any, name: str) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.endswith(name)]


def last(settings: Any, name: str) -> None:
    moved = next(one for one in settings.MIDDLEWARE if one.endswith(name))
    without(settings, name)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, moved]


def user(**given: Any) -> None:
    User.objects.create(username="seseorang", **given)


def mounted(patch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.DATABASES = {"default": {"ENGINE": "x.sqlite3", "NAME": "/data/selaras.sqlite3"}}
    patch.setattr(folders, "file_system_of", lambda _: "nfs4")


Change = Callable[[Any, pytest.MonkeyPatch], object]
UNSAFE: dict[str, tuple[str, Change]] = {
    "demonstration in public": ("config.E001", lambda s, _: setattr(s, "DEMONSTRATION", True)),
    "short key": ("config.E002", lambda s, _: setattr(s, "SECRET_KEY", KEY[:49])),
    "simple key": ("config.E002", lambda s, _: setattr(s, "SECRET_KEY", "rahasia" * 10)),
    "key of a demonstration": (
        "config.E003",
        lambda s, _: put(s.DATA_DIR / "demonstration.key", 0o600, KEY),
    ),
    "key as password": ("config.E003", lambda s, _: setattr(s, "EMAIL_HOST_PASSWORD", KEY)),
    "debug": ("config.E004", lambda s, _: setattr(s, "DEBUG", True)),
    "http": ("config.E005", lambda s, _: setattr(s, "SCHEME", "http")),
    "localhost": ("config.E006", lambda s, _: setattr(s, "DOMAIN", "localhost")),
    "loopback": ("config.E006", lambda s, _: setattr(s, "DOMAIN", "127.0.0.1")),
    "network disk": ("config.E007", lambda s, patch: mounted(patch, s)),
    "demonstration account": ("config.E008", lambda _s, _p: user(demonstration=True)),
    "superuser": ("config.W009", lambda _s, _p: user(is_superuser=True)),
    "open data": ("config.E010", lambda s, _: s.DATA_DIR.chmod(0o705)),
    "open key": ("config.E011", lambda s, _: put(s.DATA_DIR / "kunci.key", 0o640)),
    "open settings": ("config.E011", lambda s, _: put(s.DATA_DIR / "selaras.env", 0o604)),
    "runnable upload": ("config.E012", lambda s, _: put(Path(s.MEDIA_ROOT, "a.jpg"), 0o755)),
    "uploads become runnable": (
        "config.E012",
        lambda s, _: setattr(s, "FILE_UPLOAD_PERMISSIONS", 0o755),
    ),
    "old schema": ("config.E013", lambda _, patch: patch.setattr(database, "pending", lambda _: 3)),
    "open session cookie": ("config.E014", lambda s, _: setattr(s, "SESSION_COOKIE_SECURE", False)),
    "readable session cookie": (
        "config.E014",
        lambda s, _: setattr(s, "SESSION_COOKIE_HTTPONLY", False),
    ),
    "cookie for everybody": ("config.E014", lambda s, _: setattr(s, "CSRF_COOKIE_SAMESITE", None)),
    "no host middleware": ("config.E015", lambda s, _: without(s, "HostMiddleware")),
    "late host middleware": ("config.E015", lambda s, _: last(s, "HostMiddleware")),
    "no headers": ("config.E016", lambda s, _: without(s, "SecurityHeadersMiddleware")),
    "late headers": ("config.E016", lambda s, _: last(s, "SecurityHeadersMiddleware")),
    "no limits": ("config.E016", lambda s, _: without(s, "BodyMiddleware")),
    "no static files": ("config.E017", lambda s, _: (s.STATIC_ROOT / "staticfiles.json").unlink()),
    "clocks": (
        "config.E018",
        lambda _, patch: patch.setattr(database, "seconds_apart", lambda _: 7.0),
    ),
    "port": ("config.W019", lambda s, _: setattr(s, "PORT_SUFFIX", ":8000")),
    "no proxies": ("config.E020", lambda s, _: setattr(s, "TRUSTED_PROXIES", 0)),
    "open database": ("config.E021", lambda s, _: setattr(s, "DATABASES", {"default": REMOTE})),
    "open letters": ("config.E022", lambda s, _: setattr(s, "EMAIL_USE_TLS", False)),
    "nobody to report to": ("pages.W001", lambda s, _: setattr(s, "SECURITY_CONTACT", "")),
    "no letters": (
        "accounts.W001",
        lambda s, _: setattr(s, "EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"),
    ),
}


def numbers() -> list[str]:
    return [message.id or "" for message in findings(deploy=True)]


@pytest.mark.usefixtures("production")
def test_a_good_production_yields_nothing() -> None:
    assert numbers() == []
    answer = CliRunner().invoke(check, ["--deploy"])
    assert (answer.exit_code, answer.output) == (0, "0 to be mended, 0 for your consideration.\n")


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_choice_yields_its_number_and_a_hint(
    name: str, production: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, change = UNSAFE[name]
    change(production, monkeypatch)
    found = {message.id: message for message in findings(deploy=True)}
    assert number in found
    assert found[number].hint
    assert fails(found[number]) == (number not in ADVICE)
    answer = CliRunner().invoke(check, ["--deploy"])
    assert answer.exit_code == (1 if any(map(fails, found.values())) else 0)
    assert f"{number}  " in answer.output


def test_a_missing_guard_is_found_too(
    production: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selaras.common.guards.standing", lambda _: set())
    assert {"facts.E001", "ledger.E001", "tallies.E001"} <= set(numbers())


def test_a_demonstration_on_this_machine_is_no_danger(settings: Any) -> None:
    settings.DEMONSTRATION = True
    assert "config.E001" not in numbers()


def test_without_deploy_only_mistakes_are_told(country: None) -> None:
    answer = CliRunner().invoke(check)
    assert "config." not in answer.output
    assert answer.exit_code == 0


def test_the_kind_of_a_file_system_is_that_of_the_longest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("a / ext4 rw 0 0\nb /data nfs4 rw 0 0\nc /data/my\\040disk xfs rw 0 0\n")
    kinds = {
        "/var/x": "ext4", "/data/x": "nfs4", "/data/my disk/x": "xfs", "/database": "ext4",
    }  # fmt: skip
    found = {path: folders.file_system_of(Path(path), mounts) for path in kinds}
    assert found == kinds
    assert folders.file_system_of(Path("/x"), tmp_path / "none") == ""


def test_every_number_in_the_code_has_a_case_and_a_row() -> None:
    source = "".join(path.read_text("utf-8") for path in ROOT.glob("src/selaras/**/*.py"))
    coded = set(re.findall(r'(?:check_)?id="([a-z]+\.[EW]\d{3})"', source))
    listed = dict(
        re.findall(r"^\| `([a-z]+\.[EW]\d{3})` \| (fails|advice) \|", PAGE.read_text("utf-8"), re.M)
    )
    assert listed.keys() == coded
    assert {number for number, verdict in listed.items() if verdict == "advice"} == ADVICE
    tried = {number for number, _ in UNSAFE.values()}
    assert {number for number in coded if number.startswith("config.")} <= tried


def test_every_silenced_check_is_explained_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    assert set(re.findall(r"^\| `(security\.W\d{3})` \|", page, re.M)) == set(SILENCED)
