"""One change of 514 values, two server processes, 11,000 pages that say them: when is it right?

A compiled client asks for all the pages, one after the other, before and after the commit. An
answer counts by the moment at which its request began.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.delivery import servers
from support import databases

BEFORE, AFTER = 2.0, 6.0  # seconds of asking
ROUNDS = 3
AT_ONCE = 8
FILLERS = 2
PROMISED = 1.0  # seconds
GROWN = 100_000
HEADING = (
    "| kept pages | requests | wrong when begun 1 s after | last wrong begun after "
    "| MB a process | requests/s |\n| ---: | ---: | ---: | ---: | ---: | ---: |"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: seconds since 1970 at which it began, seconds it took, which page, what came."""

    begun: float
    took: float
    page: int
    status: int
    right: bool


def rows() -> Iterator[str]:
    lacking = servers.missing("go")
    if lacking:
        yield f"not measured: {', '.join(lacking)} missing"
        return
    url = databases.copy_of("demonstration", "selaras_propagation")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        stack.callback(databases.discard, url)
        yield from _measured(Path(name), url, stack)


def _measured(folder: Path, url: str, stack: ExitStack) -> Iterator[str]:
    databases.static_into(folder)
    env = databases.environment(url, folder)
    env["SELARAS_PORT"] = str(servers.free_port())
    port = int(env["SELARAS_PORT"])
    client = _built(folder)
    pages = json.loads(_step(env, "articles"))
    listed = folder / "pages"
    listed.write_text("".join(f"{host} {path}\n" for host, path in pages), encoding="utf-8")
    _step(env, "announce", "hijau")
    yield f"{len(pages)} pages were filled in {_filled(env, listed):.0f} s by {FILLERS} processes\n"
    yield HEADING
    worker = stack.enter_context(servers.running(servers.selaras(env, 2), env, port))
    for kept in (None, GROWN):
        if kept is not None:
            _step(env, "grow", str(kept))
        for number in range(ROUNDS):
            shade = ("kuning", "hijau")[number % 2]
            asked = _asked(client, listed, port, env, shade)
            yield _row(_step(env, "count").strip(), asked, worker)
    yield f"\n{_beside(env, pages)}"


def _filled(env: dict[str, str], listed: Path) -> float:
    """Seconds in which every page of the list was made and kept."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.delivery.steps", "fill", str(listed)]
    fillers = [
        subprocess.Popen([*command, str(number), str(FILLERS)], env=env, cwd=databases.ROOT)
        for number in range(FILLERS)
    ]
    codes = [one.wait() for one in fillers]
    if any(codes):
        raise RuntimeError("a page could not be made")
    return time.monotonic() - begun


def _asked(
    client: Path, listed: Path, port: int, env: dict[str, str], shade: str
) -> tuple[list[Asked], float]:
    """What was asked, and when the change was committed."""
    command = [
        str(client), "-list", str(listed), "-server", f"127.0.0.1:{port}", "-at-once", str(AT_ONCE),
        "-marker", f"Siaga {shade.capitalize()}",
    ]  # fmt: skip
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    time.sleep(BEFORE)
    committed = float(_step(env, "announce", shade))
    time.sleep(AFTER)
    said, _ = process.communicate("")
    found = []
    for line in said.splitlines():
        begun, took, page, status, right = line.split()
        found.append(
            Asked(int(begun) / 1e6, int(took) / 1e6, int(page), int(status), right == "true")
        )
    return found, committed


def _row(kept: str, measured: tuple[list[Asked], float], parent: int) -> str:
    asked, committed = measured
    after = [one for one in asked if one.begun >= committed + PROMISED]
    wrong = [one for one in after if not one.right]
    late = [one.begun - committed for one in asked if one.begun >= committed and not one.right]
    last = f"{max(late) * 1000:.0f} ms" if late else "none"
    seconds = max(one.begun for one in asked) - min(one.begun for one in asked)
    return (
        f"| {kept} | {len(after)} of {len({one.page for one in after})} pages | {len(wrong)} "
        f"| {last} | {_memory(parent):.0f} | {len(asked) / seconds:.0f} |"
    )


def _memory(parent: int) -> float:
    """Of a server process, in megabytes that are its own."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    sizes = []
    for child in children:
        lines = Path(f"/proc/{child}/smaps_rollup").read_text().splitlines()
        private = [int(line.split()[1]) for line in lines if line.startswith("Private")]
        sizes.append(sum(private) / 1024)
    return max(sizes)


def _beside(env: dict[str, str], pages: Sequence[tuple[str, str]]) -> str:
    """The same pages through plain views of Wagtail's."""
    port = servers.free_port()
    with servers.running(servers.product(port), env, port):
        servers.fetched(port, *pages[0])
        times = []
        for host, path in pages[:: max(1, len(pages) // 100)]:
            begun = time.perf_counter()
            servers.fetched(port, host, path)
            times.append(time.perf_counter() - begun)
    every = statistics.mean(times) * len(pages)
    return f"plain Wagtail views would make these {len(pages)} pages again in {every:.0f} s"


def _step(env: dict[str, str], *arguments: str) -> str:
    done = databases.python(["-m", "benchmarks.delivery.steps", *arguments], env)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _built(folder: Path) -> Path:
    binary = folder / "client"
    source = Path(__file__).with_name("client") / "main.go"
    subprocess.run(["go", "build", "-o", str(binary), str(source)], check=True)
    return binary
