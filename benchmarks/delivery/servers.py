"""Servers and tools of this machine, each in a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from support import databases

START = 60  # seconds
ITS_OWN = {"content-type", "content-length", "date", "server", "etag", "connection"}


def missing(*tools: str) -> list[str]:
    return [tool for tool in tools if shutil.which(tool) is None]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pinned(core: int | None, command: Sequence[str]) -> list[str]:
    """The command on one core, where there are several."""
    several = (os.cpu_count() or 1) > 1 and core is not None
    return ["taskset", "-c", str(core), *command] if several else list(command)


@contextmanager
def running(command: Sequence[str], env: dict[str, str], port: int) -> Iterator[int]:
    """The process's number while it listens on the port."""
    process = subprocess.Popen(
        command, env=env, cwd=databases.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def selaras(env: dict[str, str], workers: int, *, keeper: bool = False) -> list[str]:
    options = ["--without-worker", "--without-indexer"]
    options.append("--with-keeper" if keeper else "--without-keeper")
    return [
        sys.executable, "-m", "selaras", "serve", "--port", env["SELARAS_PORT"],
        "--workers", str(workers), *options,
    ]  # fmt: skip


def product(port: int) -> list[str]:
    """The product without the layer before it: each page is a view of Wagtail's."""
    return [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--no-ws",
        "--port", str(port), "--workers", "1", "selaras.config.wsgi:product",
    ]  # fmt: skip


def nginx(folder: Path, port: int, headers: Mapping[str, str]) -> list[str]:
    """One process that serves `folder/html`, with these headers beside its own."""
    more = "".join(
        f'add_header {name} "{value}";\n'
        for name, value in headers.items()
        if name.lower() not in ITS_OWN
    )
    configuration = folder / "nginx.conf"
    # As root it would read the folder as somebody who may not.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration.write_text(
        f"{user} worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;\n"
        "events { worker_connections 512; }\n"
        "http { access_log off; types { text/html html; }\n"
        "sendfile on; tcp_nopush on; gzip_static on;\n"
        f"server {{ listen 127.0.0.1:{port}; root {folder}/html;\n{more}}} }}\n",
        encoding="utf-8",
    )
    return ["nginx", "-c", str(configuration), "-p", str(folder)]


def fetched(port: int, host: str, path: str) -> tuple[bytes, Mapping[str, str]]:
    """The body and the headers."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        return response.read(), dict(response.headers)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + START
    while time.monotonic() < ends and process.poll() is None:
        try:
            fetched(port, "localhost", "/")
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server on port {port}")
