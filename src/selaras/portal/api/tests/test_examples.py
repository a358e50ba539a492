"""Every example in the description is a request that is answered as the description says."""

from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import take_back, tell
from selaras.facts.models import Kind
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import day, make_type, say
from selaras.portal.api.answers import GEOJSON, JSON
from selaras.portal.api.description import description
from selaras.portal.api.tests.asking import ask, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
BELOW = "/api/v1/"
V1 = [path for path in description()["paths"] if path.startswith(BELOW)]
# Something of every shape, and nothing.
SAID = {
    "siaga.jam-layanan": "08.00-16.00",
    "siaga.masa": "1 November 2026 sampai 31 Maret 2027",
    "siaga.bantuan": "Rp1.200.000",
    "siaga.kanal": "Telepon 112.",
}
KINDS = [*SAID, "siaga.status", "ppkm.level"]


@pytest.fixture(autouse=True)
def said(topics: None) -> Announcement:
    for key, text in SAID.items():
        say(fact_type(key), "00", text, day("2026-11-01"))
    posts = make_type("uji.pos", Kind.CONTACT, inherited=True)
    say(posts, "00", "Posko; 112; posko@contoh.go.id", day("2026-01-01"))
    return tell({"Kota Bandung": "merah", "Kabupaten Bandung": "kuning"})


def operation(path: str) -> dict[str, Any]:
    found: dict[str, Any] = description()["paths"][path]["get"]
    return found


def offered(path: str) -> dict[str, Any]:
    """What a good answer may be, by content type."""
    found: dict[str, Any] = operation(path)["responses"]["200"]["content"]
    return found


def closed(schema: Any) -> Any:
    """The schema, where an object has no property that is not described."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: closed(one) for name, one in schema.items()}
    if "object" in schema.get("type", "") and isinstance(schema.get("properties"), dict):
        found.setdefault("additionalProperties", False)
    return found


def flaws(told: Any, schema: dict[str, Any], *, whole: bool = True) -> list[str]:
    """Where it is not as described; `whole` takes what is not described for a flaw."""
    document = deepcopy(schema | {"components": description()["components"]})
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(
        closed(document) if whole else document, format_checker=checker
    )
    return [
        f"{list(error.absolute_path)}: {error.message[:300]}"
        for error in validator.iter_errors(told)
    ]


def request_of(path: str) -> tuple[str, dict[str, str]]:
    """The example request; an announcement's name has an id that is new in each country."""
    examples = {
        one["name"]: (one["in"], str(one["example"]))
        for one in operation(path)["parameters"]
        if "example" in one
    }
    if "{slug}" in path:
        examples["slug"] = ("path", Announcement.objects.latest("published_at").slug)
    for name, (place, value) in examples.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", value)
    query = {name: value for name, (place, value) in examples.items() if place == "query"}
    return path.removeprefix(BELOW), query


def test_every_example_answer_and_the_real_one_are_as_described() -> None:
    assert len(V1) == 9
    for path in V1:
        schema, example = offered(path)[JSON]["schema"], offered(path)[JSON]["example"]
        assert flaws(example, schema) == [], path
        address, query = request_of(path)
        answer = ask(address, **query)
        assert answer.status_code == 200, (path, answer.content)
        assert flaws(answer.json(), schema) == [], path
        assert answer.json().keys() == example.keys(), path


def test_what_is_not_described_is_noticed() -> None:
    schema = offered("/api/v1/changes")[JSON]["schema"]
    assert flaws({"demonstration": True, "changes": [{"kind": "x"}], "next": ""}, schema)
    right = {"demonstration": True, "changes": [], "next": "", "more": False}
    assert flaws(right, schema) == []
    assert flaws(right | {"besides": 1}, schema)


def test_values_of_every_shape_and_places_are_as_described(said: Announcement) -> None:
    for key in [*KINDS, "uji.pos"]:
        for name, query in (("value", {}), ("history", {}), ("regions", {"within": "32.73"})):
            schema = offered(f"/api/v1/facts/{{key}}/{name}")[JSON]["schema"]
            assert flaws(read(f"facts/{key}/{name}", **query), schema) == [], (key, name)
    take_back(said)
    for path, address in (
        ("/api/v1/facts/{key}/regions", "facts/siaga.status/regions"),
        ("/api/v1/announcements/{slug}", f"announcements/{said.slug}"),
    ):
        places = ask(address, format="geojson")
        assert places["Content-Type"] == GEOJSON
        assert places.json()["features"]
        assert flaws(places.json(), offered(path)[GEOJSON]["schema"], whole=False) == [], path
    recalled = ask(f"announcements/{said.slug}").json()
    assert flaws(recalled, offered("/api/v1/announcements/{slug}")[JSON]["schema"]) == []
    assert recalled["recalled"]["reason"] == "Angkanya keliru."
