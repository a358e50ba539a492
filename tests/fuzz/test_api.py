"""What the public hosts offer to machines keeps what its own description says of it."""

import gzip
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from itertools import product
from typing import Any
from urllib.parse import urlsplit

import pytest
import schemathesis
from django.conf import LazySettings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from fuzz.asking import HOSTS, Visitor, content_of, flaws_of, undone
from fuzz.cases import bounded, tried
from fuzz.nasty import METHODS, headers, texts, urlencoded
from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import take_back, tell
from selaras.config.wsgi import product as application
from selaras.demonstration.siaga import announce_season
from selaras.demonstration.tallies import TALLY, publish_tally
from selaras.ledger.proof.sequencing import sequence_all
from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.models import Subject
from selaras.pages.tests.making import article
from selaras.portal.api.description import PORTAL, SITES, description
from selaras.portal.elsewhere.releases import newest
from selaras.portal.near import centres

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
HOST_OF = {PORTAL: HOSTS["portal"], SITES: HOSTS["institution"]}
KEPT = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
NAMES = [
    b"versi", b"url", b"maxwidth", b"format", b"region", b"at", b"known_at", b"within", b"level",
    b"since", b"cursor", b"limit", b"dari", b"ke", b"q", b"kind", b"page", b"wilayah", b"di",
    b"jenis",
]  # fmt: skip
# The library decodes no compressed answers from an application in the same process.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The server closes its connection after an answer; the test's is not to be closed."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def there(topics: None, settings: LazySettings) -> dict[str, list[Any]]:
    """What is there, by the names of parameters: by chance nobody would find it."""
    settings.SECURITY_CONTACT = "mailto:lapor@contoh.go.id"
    announce_season(timezone.localdate(), actor="uji")
    publish_tally(actor="uji")
    Subject.objects.create(slug=TALLY, label="Pemilihan")
    page = article("banjir")
    alert = tell({"Kota Bandung": "merah"}, emergency=True)
    take_back(alert)
    sequence_all()
    return {
        "alert": [alert.slug],
        "wilayah": ["32.73"],
        "topik": [alert.topic.key],
        "slug": [TALLY, Announcement.objects.latest("published_at").slug],
        "url": [f"http://localhost:8000/rekapitulasi/{TALLY}/"],
        "version": [centres().version],
        "key": ["siaga.status"],
        "region": ["32.73", "00"],
        "within": ["32", "32.73"],
        "topic": ["siaga-musim-hujan"],
        "owner": ["bnpb"],
        "fact": [*alert.facts.values_list("version", flat=True)],
        "index": [0],
        "q": ["banjir"],
        "dari": [1],
        "ke": [2],
        "code": ["32", "32.73", "00"],
        "release": [newest().digest],
        "versi": [1],
        "number": [1],
        "page": [page.pk],
        "digest": [SharePicture(page, None).card.digest],
    }


def described(there: dict[str, list[Any]]) -> BaseSchema:
    """The description, of whose parameters some are what is there."""
    document = deepcopy(description())
    every = list(document["components"]["parameters"].values())
    for item in document["paths"].values():
        every += item["get"].get("parameters", [])
    for parameter in every:
        if parameter.get("name") in there:
            parameter["schema"] = {"enum": there[parameter["name"]]}
    # Its servers stand on the hosts that each case is sent to.
    document.pop("servers")
    for item in document["paths"].values():
        item.pop("servers")
    return schemathesis.openapi.from_dict(document)


def operations(schema: BaseSchema, tag: str) -> Iterator[APIOperation]:
    for result in schema.get_all_operations():
        operation = result.ok()
        if tag in (operation.tags or []):
            yield operation


@pytest.mark.parametrize("tag", HOST_OF)
def test_every_answer_is_one_that_the_description_names(
    there: dict[str, list[Any]], tag: str
) -> None:
    host = f"http://{HOST_OF[tag]}"
    for operation in operations(described(there), tag):
        assert 200 in conform(operation, GenerationMode.POSITIVE, host), operation.label
    for operation in operations(described({}), tag):
        conform(operation, GenerationMode.POSITIVE, host)
        with suppress(Unsatisfiable):  # where every header is right, nothing can be wrong
            conform(operation, GenerationMode.NEGATIVE, host)


def conform(operation: APIOperation, mode: GenerationMode, host: str) -> set[int]:
    """The statuses that were met. Raises where one is not described."""
    met: set[int] = set()

    @bounded(12)
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: schemathesis.Case) -> None:
        with undone():
            response = case.call(host, headers=PLAIN, app=application)
            met.add(response.status_code)
            path = urlsplit(response.request.url or "").path
            moved = response.headers.get("location", [""])[0]
            if urlsplit(moved).path == f"{path}/":
                return  # what does not fit the description may be the address of a page
            # oEmbed's own answer to a format that a provider does not have.
            stated = {not_a_server_error} if response.status_code == 501 else set()
            case.validate_response(response, checks=[one for one in KEPT if one not in stated])

    run()
    return met


@pytest.mark.parametrize("tag", HOST_OF)
def test_no_machines_address_fails_whatever_is_asked_of_it(
    there: dict[str, list[Any]], tag: str
) -> None:
    visitor = Visitor({PORTAL: "portal", SITES: "institution"}[tag])
    for path, item in description()["paths"].items():
        if tag in item["get"]["tags"]:
            for filled in ways_to_fill(path, there):
                tried(12, ask, (visitor, filled))


def ways_to_fill(path: str, there: dict[str, list[Any]]) -> list[str]:
    """The address with each thing that is there in each of its places."""
    known = there | {"feed": ["rss.xml", "feed.json"]}
    names = re.findall(r"{(\w+)}", path)
    rows = product(*(known[name] for name in names))
    return [path.format(**dict(zip(names, values, strict=True))) for values in rows]


def ask(data: st.DataObject, asked: tuple[Visitor, str]) -> None:
    visitor, path = asked
    names = st.sampled_from(NAMES) | texts
    query = urlencoded(data.draw(st.lists(st.tuples(names, texts), max_size=3)))
    method, said = data.draw(st.sampled_from(METHODS)), data.draw(headers)
    with undone():
        response = visitor.ask(path, method=method, query=query, headers=said)
    assert flaws_of(response) == [], path
    if method not in {"GET", "HEAD"}:
        preflight = {204} if method == "OPTIONS" and path.startswith("/api/") else set()
        assert response.status_code in {405, 411} | preflight, path
    if response.headers.get("Content-Encoding") == "gzip" and method == "GET":
        gzip.decompress(content_of(response))
