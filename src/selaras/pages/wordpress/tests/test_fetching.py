"""Only the old site is asked, only on the public network, and not for ever."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selaras.media.models import Picture
from selaras.pages.wordpress import fetching
from selaras.pages.wordpress.fetching import Fetcher, Unavailable, is_public
from selaras.pages.wordpress.tests import serving
from selaras.pages.wordpress.tests.conftest import Import
from selaras.pages.wordpress.tests.old_site import EXPORT, FILES, SITE
from selaras.pages.wordpress.uploads import MOST_SILENCES, Uploads

MOST = 1_000_000
ROBBED = "http://169.254.169.254/latest/meta-data/"


def anywhere(_address: str) -> bool:
    return True


@pytest.fixture
def server() -> Iterator[serving.OldServer]:
    answers = {
        "/a.png": serving.content(b"gambar"),
        "/a%20b%C3%A9.png": serving.content(b"nama"),
        "/pindah": serving.redirect("/a.png"),
        "/keluar": serving.redirect(ROBBED),
        "/lain": serving.redirect("http://lain.example/a.png"),
        "/berkas": serving.redirect("file:///etc/passwd"),
        "/putar": serving.redirect("/putar"),
        "/rusak": serving.status(503),
        "/tolak": serving.status(403),
        "/putus": serving.cut_off,
        "/tanpa-akhir": serving.endless,
        "/pelan": serving.trickle,
        **{f"/wp-content/uploads/{name}": serving.content(data) for name, data in FILES.items()},
    }
    with serving.OldServer(answers).running() as running:
        yield running


def fetch(server: serving.OldServer, path: str, **options: Any) -> bytes:
    fetcher = Fetcher("127.0.0.1", server.port, **{"allowed": anywhere, **options})
    with fetcher.fetch(server.url + path, most=MOST) as file:
        return file.read()


def refusal(server: serving.OldServer, path: str, **options: Any) -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        fetch(server, path, **options)
    return caught.value


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1",
        "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_of_other_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["103.10.66.10", "2606:4700::1111", "::ffff:103.10.66.10"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_a_file_is_fetched_also_with_unusual_characters_and_a_redirect(
    server: serving.OldServer,
) -> None:
    assert fetch(server, "/a.png") == b"gambar"
    assert fetch(server, "/a bé.png") == b"nama"
    assert fetch(server, "/pindah") == b"gambar"


def test_this_machine_is_not_asked(server: serving.OldServer) -> None:
    assert "bukan alamat publik" in refusal(server, "/a.png", allowed=is_public).problem
    assert server.asked == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/keluar", "bukan di situs lama"),
        ("/lain", "bukan di situs lama"),
        ("/berkas", "bukan http"),
        ("/putar", "terlalu banyak kali"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(
    path: str, said: str, server: serving.OldServer
) -> None:
    assert said in refusal(server, path).problem


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "bukan http"),
        ("ftp://lama.example/a", "bukan http"),
        ("gopher://lama.example/a", "bukan http"),
        ("http://nama:sandi@lama.example/a", "bukan http"),
        ("http://lain.example/a", "bukan di situs lama"),
        ("http://lama.example.jahat.example/a", "bukan di situs lama"),
        ("http://lama.example:22/a", "Port 22"),
        ("http://[::1]/a", "bukan di situs lama"),
        ("http://[rusak/a", "bukan http"),
        ("http://lama.example:99999/a", "bukan http"),
    ],
)
def test_other_addresses_are_not_even_looked_up(
    url: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _must_not_be_called)
    with pytest.raises(Unavailable, match=said):
        Fetcher("lama.example").fetch(url, most=MOST)


def _must_not_be_called(*_: Any, **__: Any) -> Any:
    raise AssertionError("a name was looked up")


def looked_up(*addresses: str) -> Any:
    kind = socket.SOCK_STREAM
    rows = [(socket.AF_INET, kind, 6, "", (address, 80)) for address in addresses]
    calls = iter([rows])
    return lambda *_, **__: next(calls)


def test_the_address_that_was_checked_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another address when it is asked again gains nothing."""
    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", looked_up("103.10.66.10"))
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(Unavailable, match="tidak menjawab"):
        Fetcher("lama.example").fetch("http://lama.example/a", most=MOST)
    assert connected == [("103.10.66.10", 80)]


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", looked_up("103.10.66.10", "10.0.0.1"))
    with pytest.raises(Unavailable, match="bukan alamat publik"):
        Fetcher("lama.example").fetch("http://lama.example/a", most=MOST)


@pytest.mark.parametrize(
    ("path", "said", "permanent"),
    [
        ("/tidak-ada", "Tidak ada lagi", True),
        ("/tolak", "menjawab 403", True),
        ("/rusak", "menjawab 503", False),
        ("/putus", "memutus", False),
        ("/tanpa-akhir", "Lebih besar dari", True),
    ],
)
def test_a_failure_says_whether_asking_again_may_help(
    path: str, said: str, permanent: bool, server: serving.OldServer
) -> None:
    failure = refusal(server, path)
    assert said in failure.problem
    assert failure.permanent is permanent


def test_a_server_that_only_trickles_is_given_up(
    server: serving.OldServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS_ALTOGETHER", 0.5)
    failure = refusal(server, "/pelan")
    assert "terlalu lambat" in failure.problem
    assert not failure.permanent


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS_PER_STEP", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        fetcher = Fetcher("127.0.0.1", port, anywhere)
        with pytest.raises(Unavailable, match="tidak menjawab"):
            fetcher.fetch(f"http://127.0.0.1:{port}/a", most=MOST)


def test_a_site_that_keeps_silent_is_not_asked_for_every_file(
    server: serving.OldServer,
) -> None:
    uploads = Uploads(None, Fetcher("127.0.0.1", server.port, anywhere))
    for _ in range(MOST_SILENCES + 4):
        with pytest.raises(Unavailable), uploads.opened("x", f"{server.url}/rusak"):
            pass
    assert len(server.asked) == MOST_SILENCES


@pytest.mark.django_db
def test_an_import_takes_its_media_from_the_old_site(
    bring: Import, server: serving.OldServer, tmp_path: Path
) -> None:
    file = tmp_path / "hidup.xml"
    file.write_bytes(EXPORT.read_bytes().replace(SITE.encode(), server.url.encode()))
    refused = bring(file, media=None, fetch_media=True)
    assert refused.counts["attachment"] == {"failed": 6}
    assert server.asked == []
    report = bring(file, media=None, fetch_media=True, allowed=anywhere)
    assert report.counts["attachment"] == {"created": 4, "failed": 2}
    assert Picture.objects.count() == 3
    reasons = {line.key: line.reason for line in report.lines}
    assert reasons["14"] == "Tidak ada lagi di situs lama."
