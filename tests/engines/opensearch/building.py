"""What a node runs from: fetched by Maven once, kept under `var/test`."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
# OpenSearch 2 wants the security manager, which Java 24 does not have any more.
OLDEST_JAVA, FIRST_TOO_NEW = 17, 24


class NotBuilt(Exception):
    """There is no OpenSearch to test against, and why."""


def built() -> tuple[Path, str]:
    """A Java, and the class path to give it. Raises NotBuilt."""
    java = _java()
    said = b"".join((HERE / name).read_bytes() for name in ("pom.xml", "OneNode.java"))
    folder = ROOT / "var" / "test" / f"opensearch-{hashlib.sha256(said).hexdigest()[:12]}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _build(java, folder)
    return java, f"{folder / 'classes'}:{folder / 'lib'}/*"


def _build(java: Path, folder: Path) -> None:
    """Under its name only when it is whole."""
    building = folder.with_suffix(".building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir()
    fetching = [
        "mvn", "-q", "-B", "-f", HERE / "pom.xml", "dependency:copy-dependencies",
        f"-DoutputDirectory={building / 'lib'}",
    ]  # fmt: skip
    _run(fetching, java)
    compiler = java.with_name("javac")
    _run(
        [
            compiler,
            "-cp",
            f"{building / 'lib'}/*",
            "-d",
            building / "classes",
            HERE / "OneNode.java",
        ],
        java,
    )
    building.rename(folder)


def _run(command: list[str | Path], java: Path) -> None:
    env = os.environ | {"JAVA_HOME": str(java.parents[1])}
    try:
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=300, check=False
        )
    except FileNotFoundError as error:
        raise NotBuilt(f"{error.filename} is missing") from error
    if done.returncode:
        raise NotBuilt(f"{command[0]}: {(done.stdout + done.stderr)[-2000:]}")


def _java() -> Path:
    named = [os.environ.get("JAVA_HOME", "") + "/bin/java", shutil.which("java") or ""]
    found = [Path(one).resolve() for one in named]
    found += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    for java in found:
        if java.with_name("javac").exists() and OLDEST_JAVA <= _version(java) < FIRST_TOO_NEW:
            return java
    raise NotBuilt(f"A JDK of {OLDEST_JAVA} to {FIRST_TOO_NEW - 1} is missing")


def _version(java: Path) -> int:
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    said = re.search(r'version "(\d+)', done.stderr)
    return int(said[1]) if said else 0
