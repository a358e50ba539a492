"""An article through Selaras, through a plain view of Wagtail's, and as a file by nginx.

Each server runs in one process on one core, in turn; wrk asks from another, with 64
connections, and with 8 of what is slow: more would only wait there.
nginx sends the same headers, so that the answers are alike.
"""

import gzip
import re
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.delivery import servers
from support import databases

HOST = "kota-bandung.localhost"
ARTICLE = "/berita/level-berapa-kota-bandung-pada-18-dan-25-september-2021/"
SERVER_CORE, CLIENT_CORE = 0, 1
ROUNDS, SECONDS = 7, 3
MANY, FEW = 64, 8
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
HEADING = (
    "| what | requests/s | beside it | requests/s | ratio | rounds |\n"
    "| --- | ---: | --- | ---: | ---: | ---: |"
)


def rows() -> Iterator[str]:
    """Rates of one core; the ratio is taken round by round."""
    lacking = servers.missing("nginx", "wrk", "taskset")
    if lacking:
        yield f"not measured: {', '.join(lacking)} missing"
        return
    url = databases.copy_of("demonstration", "selaras_serving")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        stack.callback(databases.discard, url)
        rates = _measured(Path(name), url, stack)
    yield HEADING
    for ours, beside in (
        ("article through Selaras", "plain Wagtail view"),
        ("article through Selaras", "file by nginx"),
        ("article through Selaras, gzip", "file by nginx, gzip"),
    ):
        pairs = list(zip(rates[ours], rates[beside], strict=True))
        ratio = statistics.median(first / second for first, second in pairs)
        yield (
            f"| {ours} | {statistics.median(rates[ours]):.0f} | {beside} "
            f"| {statistics.median(rates[beside]):.0f} | {ratio:.2f} | {ROUNDS} |"
        )


def _measured(folder: Path, url: str, stack: ExitStack) -> dict[str, list[float]]:
    databases.static_into(folder)
    env = databases.environment(url, folder)
    ours, plain, files = servers.free_port(), servers.free_port(), servers.free_port()
    env["SELARAS_PORT"] = str(ours)
    html = folder / "html"
    html.mkdir()

    def run(port: int, command: Sequence[str]) -> None:
        stack.enter_context(servers.running(servers.pinned(SERVER_CORE, command), env, port))

    run(ours, servers.selaras(env, 1))
    run(plain, servers.product(plain))
    page, headers = servers.fetched(ours, HOST, ARTICLE)
    run(files, servers.nginx(folder, files, headers))
    (html / "artikel.html").write_bytes(page)
    (html / "artikel.html.gz").write_bytes(gzip.compress(page, 6))
    asked = {
        "article through Selaras": (ours, ARTICLE, "", MANY),
        "plain Wagtail view": (plain, ARTICLE, "", FEW),
        "file by nginx": (files, "/artikel.html", "", MANY),
        "article through Selaras, gzip": (ours, ARTICLE, "gzip", MANY),
        "file by nginx, gzip": (files, "/artikel.html", "gzip", MANY),
    }
    rates: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, request in asked.items():
            rates[name].append(_rate(*request))
    return rates


def _rate(port: int, path: str, encoding: str, connections: int) -> float:
    """Requests a second, as wrk counts them; an answer that is no page is an error."""
    headers = ["-H", f"Host: {HOST}"]
    if encoding:
        headers += ["-H", f"Accept-Encoding: {encoding}"]
    said = subprocess.run(
        servers.pinned(
            CLIENT_CORE,
            [
                "wrk",
                "-t1",
                f"-c{connections}",
                f"-d{SECONDS}s",
                *headers,
                f"http://127.0.0.1:{port}{path}",
            ],
        ),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = RATE.search(said)
    if found is None or "Non-2xx" in said:
        raise RuntimeError(said)
    return float(found.group(1))
