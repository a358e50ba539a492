"""`selaras verify`: what is proved, what is not, and what cannot be had."""

import copy
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result

from selaras.common.errors import Refused
from selaras.config.cli import cli
from selaras.ledger.proof import fetching
from selaras.ledger.proof.bundles import bundle, bundle_of_number
from selaras.ledger.proof.errors import Unproved, Unreadable
from selaras.ledger.proof.keys import key_set
from selaras.ledger.proof.models import LogEntry
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.proof.verifying import verify
from selaras.ledger.tests.proving import logged

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country", "data_dir")]
Document = dict[str, Any]
Change = Callable[[Document], object]
KEYS = "/.well-known/selaras-keys.json"


@pytest.fixture
def proved() -> Document:
    """A bundle of the entry that began the log, as it is read from JSON."""
    sequence_all()
    entry = LogEntry.objects.get(kind="log.begun")
    found = bundle([entry], keys="")
    return dict(json.loads(json.dumps(found)))


def entry_of(document: Document) -> Document:
    return dict(document["entries"][0])


def test_a_bundle_proves_what_its_leaf_says(proved: Document) -> None:
    told = verify(proved, key_set())
    ((index, leaf),) = told.leaves
    assert leaf is not None
    assert (index, leaf["kind"]) == (entry_of(proved)["index"], "log.begun")
    assert told.size == proved["head"]["size"]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["entries"][0]["leaf"]["data"].update(lain=1),
        lambda one: one["entries"][0]["leaf"].update(salt="0" * 32),
        lambda one: one["entries"][0]["leaf"].update(existing=True),
        lambda one: one["entries"][0].update(index=one["entries"][0]["index"] ^ 1),
        lambda one: one["entries"][0].update(index=one["head"]["size"]),
        lambda one: one["entries"][0].update(path=[*one["entries"][0]["path"], "00" * 32]),
        lambda one: one["entries"].append({**one["entries"][0], "leaf": {"data": {}, "kind": "x"}}),
        lambda one: one["head"].update(size=one["head"]["size"] + 1),
        lambda one: one["head"].update(root="00" * 32),
        lambda one: one["head"].update(at="2020-01-01T00:00:00.000000+00:00"),
        lambda one: one["head"].update(signature="00" * 64),
        lambda one: one["head"].update(kid="lain"),
    ],
)
def test_a_bundle_that_was_changed_proves_nothing(change: Change, proved: Document) -> None:
    spoiled = copy.deepcopy(proved)
    change(spoiled)
    with pytest.raises(Unproved) as refused:
        verify(spoiled, key_set())
    assert refused.value.permanent


def test_a_key_proves_nothing_outside_of_its_time(proved: Document) -> None:
    known = key_set()
    known["keys"][0]["valid_to"] = "2020-01-01T00:00:00.000000+00:00"
    with pytest.raises(Unproved, match="di luar masa kunci"):
        verify(proved, known)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.clear(),
        lambda one: one.update(format="lain"),
        lambda one: one.update(entries=[]),
        lambda one: one.update(entries=7),
        lambda one: one.update(head=[]),
        lambda one: one["head"].update(size="9"),
        lambda one: one["head"].update(size=True),
        lambda one: one["head"].update(root="xyz"),
        lambda one: one["head"].update(at="kemarin"),
        lambda one: one["head"].update(at="2026-01-01T00:00:00"),
        lambda one: one["entries"][0].update(path=["00" * 32] * 65),
        lambda one: one["entries"][0].update(path=[1]),
        lambda one: one["entries"][0].update(leaf=[]),
        lambda one: one["entries"][0].update(leaf=None),
        lambda one: one["entries"][0]["leaf"]["data"].update(lain=float("nan")),
    ],
)
def test_what_is_no_bundle_is_called_so(change: Change, proved: Document) -> None:
    spoiled = copy.deepcopy(proved)
    change(spoiled)
    with pytest.raises(Refused) as refused:
        verify(spoiled, key_set())
    assert refused.value.permanent


@pytest.mark.parametrize("known", [None, [], {}, {"keys": 1}, {"keys": [{}]}, {"keys": ["x"]}])
def test_what_is_no_key_set_is_called_so(known: Any, proved: Document) -> None:
    with pytest.raises(Unreadable):
        verify(proved, known)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["verify", *arguments])


def test_a_file_is_verified_offline_with_the_keys_in_another(
    proved: Document, tmp_path: Path
) -> None:
    files = {"bukti.json": proved, "kunci.json": key_set(), "palsu.json": {**proved, "entries": 1}}
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content))
    known = ("--keys", str(tmp_path / "kunci.json"))
    done = run(str(tmp_path / "bukti.json"), *known)
    assert done.exit_code == 0, done.output
    assert "Terbukti: entri" in done.output
    assert proved["head"]["kid"] in done.output
    for name in ("palsu.json", "tidak-ada.json"):
        assert isinstance(run(str(tmp_path / name), *known).exception, Unreadable)


class Answers(BaseHTTPRequestHandler):
    """A host whose answers the test decides: by path, status, headers and content."""

    by_path: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {}

    def do_GET(self) -> None:
        status, headers, content = self.by_path.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def host(proved: Document) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    page = b'<html><a data-proof="/bukti.json" href="/x">Bukti</a></html>'
    away = b'<html><a data-proof="http://lain.test/bukti.json"></a></html>'
    found = json.dumps(proved).encode()
    html = {"Content-Type": "text/html; charset=utf-8"}
    Answers.by_path = {
        "/bukti.json": (200, {"Content-Type": "application/json"}, found),
        KEYS: (200, {}, json.dumps(key_set()).encode()),
        "/pengumuman/a/": (200, html, page),
        "/tanpa/": (200, html, b"<html></html>"),
        "/pindah": (302, {"Location": "/bukti.json"}, b""),
        "/keluar": (302, {"Location": "http://lain.test/bukti.json"}, b""),
        "/tautan-keluar": (200, html, away),
        "/berputar": (302, {"Location": "/berputar"}, b""),
        "/besar": (200, {}, b" " * (fetching.MOST_BYTES + 1)),
        "/bukan": (200, {}, b"\xff\xfe"),
        "/sibuk": (503, {}, b""),
    }
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_verified_with_the_keys_of_its_host_and_leads_from_a_page(host: str) -> None:
    for path in ("/bukti.json", "/pengumuman/a/", "/pindah"):
        done = run(host + path)
        assert done.exit_code == 0, (path, done.output, done.exception)
        assert f"Kuncinya dari {host}{KEYS}" in done.output


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/tidak-ada", "tidak ada bukti"),
        ("/tanpa/", "tidak ada bukti"),
        ("/keluar", "mengalihkan ke lain.test"),
        ("/tautan-keluar", "di tempat lain"),
        ("/berputar", "terus mengalihkan"),
        ("/besar", "lebih dari 4 MB"),
        ("/bukan", "bukan JSON"),
    ],
)
def test_what_is_refused_for_good_says_why(path: str, problem: str, host: str) -> None:
    refused = run(host + path).exception
    assert isinstance(refused, Unreadable)
    assert problem in refused.problem


def test_what_may_answer_later_has_an_exit_code_of_its_own(host: str) -> None:
    assert run(f"{host}/sibuk").exit_code == 3
    assert run("http://127.0.0.1:1/bukti.json").exit_code == 3


@pytest.mark.parametrize("address", ["ftp://a.test/x", "http://", "http://[::1/x", "https:///x"])
def test_what_is_no_address_is_called_so(address: str) -> None:
    assert isinstance(run(address).exception, Unreadable)


def test_a_file_that_brings_keys_of_its_own_is_told_whose_they_are(
    proved: Document, host: str, tmp_path: Path
) -> None:
    file = tmp_path / "bukti.json"
    file.write_text(json.dumps({**proved, "keys": host + KEYS}))
    done = run(str(file))
    assert done.exit_code == 0, done.output
    assert f"Kuncinya dari {host}{KEYS}" in done.output
    file.write_text(json.dumps({**proved, "keys": None}))
    assert isinstance(run(str(file)).exception, Unreadable)


def test_a_closed_entry_is_proved_without_being_read() -> None:
    number = logged(1)
    told = verify(bundle_of_number(number, keys=""), key_set())
    assert told.leaves == ((number, None),)
