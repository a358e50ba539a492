"""Serve a copy of the demonstration country and print Lighthouse's four scores of each page."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import databases
from support.servers import RunningServer

TOOL = databases.ROOT / "var" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
ROUNDS = 3


def main() -> None:
    """Exit code 1 where the median of a page falls short."""
    _install()
    failed = False
    print("| page | " + " | ".join(CATEGORIES) + " |")
    print("| --- |" + " ---: |" * len(CATEGORIES))
    with served() as server:
        for name, url in pages(server).items():
            scores = median([audit(url) for _ in range(ROUNDS)])
            row = " | ".join(str(scores[category]) for category in CATEGORIES)
            print(f"| {name} | {row} |", flush=True)
            failed |= any(scores[category] < LEAST[category] for category in CATEGORIES)
    sys.exit(1 if failed else 0)


def _install() -> None:
    TOOL.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).with_name("package.json"), TOOL)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=TOOL, check=True)


@contextmanager
def served() -> Iterator[RunningServer]:
    url = databases.copy_of("demonstration", "selaras_lighthouse")
    with socket.socket() as probe, tempfile.TemporaryDirectory() as folder:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        databases.media_of("demonstration", Path(folder))
        env = databases.environment(url, Path(folder)) | {"SELARAS_PORT": str(port)}
        server = RunningServer(port, env)
        server.selaras("setup")
        command = [sys.executable, "-m", "selaras", "serve", "--port", str(port)]
        process = subprocess.Popen(command, env=env, cwd=databases.ROOT, stdout=subprocess.DEVNULL)
        try:
            _wait(server)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)
            databases.discard(url)


def _wait(server: RunningServer) -> None:
    for _ in range(150):
        try:
            server.get("localhost")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("the server did not start")


def pages(server: RunningServer) -> dict[str, str]:
    home = server.get("kota-bandung")[1]
    article = re.search(r'href="(/berita/panduan-[^"]+/)"', home)
    assert article is not None
    found = {
        "portal": server.url("localhost"),
        "institution home": server.url("kota-bandung"),
        "article": server.url("kota-bandung", article.group(1)),
        "tally": server.url("localhost", "/rekapitulasi/pilpres-2024/"),
    }
    for url in found.values():
        subprocess.run(["curl", "-s", "-o", os.devnull, url], check=True)
    return found


def audit(url: str) -> dict[str, int]:
    """The demonstration's noindex is set aside: it is there on purpose."""
    command = [
        TOOL / "node_modules" / ".bin" / "lighthouse", url, "--quiet", "--output=json",
        "--no-enable-error-reporting", "--skip-audits=is-crawlable",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={CHROME}",
    ]  # fmt: skip
    env = os.environ | {"CHROME_PATH": shutil.which("chromium") or "chromium"}
    done = subprocess.run(command, env=env, check=True, capture_output=True, timeout=180)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in CATEGORIES}


def median(rounds: list[dict[str, int]]) -> dict[str, int]:
    return {name: sorted(one[name] for one in rounds)[len(rounds) // 2] for name in CATEGORIES}


if __name__ == "__main__":
    main()
