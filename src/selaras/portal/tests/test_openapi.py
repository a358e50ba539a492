"""The description for machines is valid, whole and true of the addresses that there are."""

import json
import re

import pytest
import schemathesis
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, resolve
from jsonschema import Draft202012Validator

from selaras.accounts.access import OPEN, stated_routes
from selaras.portal.api.description import PORTAL, SITES, description
from support.filling import walk

HOST_KINDS = {PORTAL: "portal", SITES: "institution"}
EXAMPLES = {
    "slug": "banjir", "version": "a1", "code": "32.73", "feed": "rss.xml", "number": "1",
    "page": "1", "index": "0", "fact": "1", "digest": "0" * 16, "alert": "banjir",
    "key": "siaga.status", "release": "0" * 16,
}  # fmt: skip
# Pages that people read and the files that belong to them. All else is for machines.
FOR_PEOPLE = {
    "api:absent", "portal:home", "portal:region", "portal:find_region", "portal:proof",
    "style:guide",
    "elsewhere:page", "elsewhere:fact_frame", "elsewhere:announcement_frame",
    "elsewhere:announcements_frame",
    "announcements:index", "announcements:detail",
    "tallies:index", "tallies:detail", "tallies:version", "tallies:embed",
    "pages:subject", "pages:subject_later", "pages:report", "pages:report_thanks",
    "search:results", "search:picked",
    "pages:accessibility", "wagtail_serve",
    "media", "wagtaildocs_serve", "look:colour",
}  # fmt: skip


def described(tag: str) -> set[str]:
    """The routes that the described addresses lead to, on the hosts of this tag."""
    urlconf = settings.HOST_URLCONFS[HOST_KINDS[tag]]
    paths = [path for path, item in description()["paths"].items() if tag in item["get"]["tags"]]
    filled = [re.sub(r"{(\w+)}", lambda found: EXAMPLES[found[1]], path) for path in paths]
    return {resolve(path, urlconf).view_name for path in filled}


def test_the_description_is_valid() -> None:
    schemathesis.openapi.from_dict(description()).validate()
    for schema in description()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_leads_somewhere_and_everything_shared_is_used() -> None:
    named = set(re.findall(r'"#/components/(\w+/\w+)"', json.dumps(description())))
    kept = {f"{kind}/{name}" for kind, all_ in description()["components"].items() for name in all_}
    assert named == kept


@pytest.mark.parametrize("tag", HOST_KINDS)
def test_every_address_for_machines_is_described_and_every_described_one_is_there(tag: str) -> None:
    rules, urlconf = stated_routes(), settings.HOST_URLCONFS[HOST_KINDS[tag]]
    routes = {name for name, _ in walk(get_resolver(urlconf), "") if rules[name] is OPEN}
    absent_here = {"machines:news_map", "machines:share_picture"} if tag == PORTAL else set()
    assert described(tag) == routes - FOR_PEOPLE - absent_here


def test_every_parameter_of_an_address_is_described() -> None:
    shared = description()["components"]["parameters"]
    for path, item in description()["paths"].items():
        listed = [
            shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
            for one in item["get"].get("parameters", [])
        ]
        in_path = {one["name"] for one in listed if one["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path)), path


@pytest.mark.usefixtures("country")
def test_it_is_served_to_every_website_and_not_sent_twice() -> None:
    portal = Client(headers={"host": "localhost"})
    answer = portal.get("/api/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = json.loads(answer.content)
    assert told["openapi"] == "3.1.0"
    assert told["servers"][0]["url"].startswith("http://localhost")
    sites = told["paths"]["/peta/berita.xml"]["servers"]
    assert [one["url"].partition(".")[0] for one in sites] == ["http://{instansi}"]
    again = portal.get("/api/openapi.json", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert (
        Client(headers={"host": "kota-bandung.localhost"}).get("/api/openapi.json").status_code
        == 404
    )
