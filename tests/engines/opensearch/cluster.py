"""A real cluster of three nodes, one process each, on loopback."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engines.opensearch.building import NotBuilt, built
from selaras.textindex.opensearch.address import parsed
from selaras.textindex.opensearch.connecting import Cluster as Asking

SECONDS_TO_START = 120


@dataclass(frozen=True)
class Node:
    name: str
    http: int
    transport: int


@dataclass
class Cluster:
    """Every test process sees the same one: `folder` says all there is to know of it."""

    folder: Path
    watched: int
    nodes: list[Node]

    @classmethod
    def of(cls, folder: Path) -> "Cluster":
        said = json.loads((folder / "nodes.json").read_text())
        return cls(folder, said["watched"], [Node(**one) for one in said["nodes"]])

    @classmethod
    def started(cls, folder: Path, watched: int) -> "Cluster":
        """It lives no longer than the process `watched`. Raises NotBuilt."""
        ports = free_ports(6)
        nodes = [Node(f"node{i}", ports[2 * i], ports[2 * i + 1]) for i in range(3)]
        cluster = cls(folder, watched, nodes)
        for node in nodes:
            cluster.start(node)
        cluster.wait_for_all()
        said = {"watched": watched, "nodes": [asdict(one) for one in nodes]}
        (folder / "nodes.json").write_text(json.dumps(said))
        return cluster

    @property
    def hosts(self) -> str:
        return ",".join(f"127.0.0.1:{node.http}" for node in self.nodes)

    def start(self, node: Node) -> None:
        java, classes = built()
        home = self.folder / node.name
        home.mkdir(exist_ok=True)
        settings = {
            "cluster.name": "selaras-tests",
            "node.name": node.name,
            "network.host": "127.0.0.1",
            "http.port": node.http,
            "transport.port": node.transport,
            "http.type": "netty4",
            "transport.type": "netty4",
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{one.transport}" for one in self.nodes),
            "cluster.initial_cluster_manager_nodes": ",".join(one.name for one in self.nodes),
            # The disk of who tests may be as full as it likes.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "node.processors": 2,
        }
        command = [
            str(java), "-Xms256m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto", "-cp", classes, "OneNode", str(home), str(self.watched),
        ]  # fmt: skip
        command += [f"{name}={value}" for name, value in settings.items()]
        with (home / "log").open("a") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        (home / "pid").write_text(str(process.pid))

    def kill(self, node: Node) -> None:
        """At once, as when a machine loses its power."""
        os.kill(int((self.folder / node.name / "pid").read_text()), signal.SIGKILL)

    def stop(self) -> None:
        for node in self.nodes:
            with suppress(ProcessLookupError):
                self.kill(node)

    def wait_for_all(self) -> None:
        """All nodes are there, and every copy of every index."""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            try:
                asked = "/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=5s"
                if not self.ask(self.nodes[0], asked)["timed_out"]:
                    return
            except OSError:
                time.sleep(0.2)
        self.stop()
        logs = "\n".join((self.folder / one.name / "log").read_text()[-800:] for one in self.nodes)
        raise NotBuilt(f"The cluster did not start:\n{logs}")

    def ask(self, node: Node, path: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{node.http}{path}", timeout=10) as answer:
            return json.load(answer)


def free_ports(count: int) -> list[int]:
    """Below those that the system gives to whoever asks, so that nobody gets one meanwhile."""
    found: list[int] = []
    at = 20_000 + 8 * os.getpid() % 10_000
    while len(found) < count:
        at += 1
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", at)):
                found.append(at)
    return found


def on_loopback(url: str) -> bool:
    """Whether each host of what SEARCH_URL would say is this very machine."""
    return all(
        host in {"localhost", "::1"} or re.fullmatch(r"127(\.\d+){3}", host)
        for host, _ in parsed(url).hosts
    )


def remove_indices(url: str, pattern: str) -> None:
    """With the templates after which they were made."""
    cluster = Asking(parsed(url))
    for index in cluster.ask("GET", f"/{pattern}/_alias"):
        cluster.ask("DELETE", f"/{index}")
    cluster.ask("DELETE", f"/_index_template/{pattern}")
    cluster.close()
