"""What schema.org's vocabulary and Google's rules for articles and breadcrumbs ask for."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString

from selaras.institutions.models import Institution
from selaras.pages.machines import structured
from selaras.pages.machines.tests.reading import body, get, head, nodes, picture
from selaras.pages.models import (
    Channel,
    ContactDetail,
    Correction,
    InformationPage,
    PageSubject,
    SiteProfile,
    Subject,
)
from selaras.pages.tests.making import article, home_of, publish, section
from support import schemas

pytestmark = pytest.mark.django_db

SITE = "http://kota-bandung.localhost:8000"
# What a search engine needs of each type, beside what the vocabulary allows.
NEEDED = {
    "NewsArticle": {
        "headline", "datePublished", "dateModified", "author", "publisher", "image",
        "mainEntityOfPage", "inLanguage", "isPartOf",
    },
    "GovernmentOrganization": {"name", "url", "logo"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ImageObject": {"url", "width", "height"},
    "WebSite": {"name", "url"},
    "WebPage": {"name", "url"},
    "Person": {"name"},
    "Organization": {"name"},
    "CorrectionComment": {"text", "datePublished"},
}  # fmt: skip


def inner(value: Any) -> Iterator[dict[str, Any]]:
    """A node and every node in it."""
    if isinstance(value, list):
        for one in value:
            yield from inner(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inner(one)


def flaws(told: list[dict[str, Any]]) -> list[str]:
    """What is wrong by the vocabulary, and what is missing."""
    found = []
    for node in inner(told):
        if set(node) == {"@id"}:
            continue
        kind = node["@type"]
        # Google's own addition to SearchAction stands in no vocabulary.
        known = {name: value for name, value in node.items() if name != "query-input"}
        errors = schemas.schema_org(kind).iter_errors(known)
        found += [f"{kind}: {error.message}" for error in errors]
        found += [f"{kind} has no {name}" for name in NEEDED.get(kind, set()) - node.keys()]
    return found


def of_type(told: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (found,) = [node for node in told if node["@type"] == kind]
    return found


@pytest.fixture
def profile(country: None) -> SiteProfile:
    made = SiteProfile.objects.create(
        institution=Institution.objects.get(slug="kota-bandung"),
        colour="#9a4a25",
        address="Jalan Wastukancana Nomor 2, Bandung",
        emblem=picture("PNG", (300, 300)),
    )
    for kind, value, note in (
        ("phone", "(022) 123456", "pengaduan"),
        ("email", "humas@bandung.example", ""),
        ("hours", "Senin–Jumat, pukul 08.00–16.00", ""),
    ):
        ContactDetail.objects.create(profile=made, kind=kind, value=value, note=note)
    Channel.objects.create(profile=made, kind="telegram", url="https://t.me/bandung")
    return made


def test_an_article_is_news_by_its_institution(profile: SiteProfile) -> None:
    health = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    article(
        "imunisasi",
        section(),
        title="Jadwal imunisasi",
        picture=picture(),
        picture_caption="Suasana.",
        page_subjects=[PageSubject(subject=health)],
        corrections=[Correction(text="Tempatnya keliru.")],
    )
    told = nodes("/berita/imunisasi/")
    assert flaws(told) == []
    news = of_type(told, "NewsArticle")
    assert news["headline"] == "Jadwal imunisasi"
    assert news["author"] == {"@type": "Organization", "name": "Tim Redaksi"}
    assert news["publisher"]["@type"] == "GovernmentOrganization"
    assert news["publisher"]["logo"].startswith(f"{SITE}/media/images/")
    assert news["datePublished"].endswith("+07:00")
    assert [one["text"] for one in news["correction"]] == ["Tempatnya keliru."]
    assert (news["inLanguage"], news["keywords"]) == ("id", "Kesehatan")
    photo, drawn = news["image"]
    assert photo["creditText"] == "Humas"
    for address in (photo["url"], drawn, news["publisher"]["logo"]):
        assert get(address.removeprefix(SITE)).status_code == 200, address


@pytest.mark.parametrize(
    ("byline", "kind"),
    [("Nama Penulis", "Person"), ("Humas Kota", "Organization"), ("TIM MEDIA", "Organization")],
)
def test_a_byline_is_a_person_or_a_desk(country: None, byline: str, kind: str) -> None:
    article("tulisan", byline=byline)
    told = nodes("/tulisan/")
    assert flaws(told) == []
    assert of_type(told, "NewsArticle")["author"] == {"@type": kind, "name": byline}


def test_breadcrumbs_lead_from_the_home_page_to_the_page(country: None) -> None:
    article("imunisasi", section())
    steps = of_type(nodes("/berita/imunisasi/"), "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"]["@id"]) for step in steps] == [
        (1, "Diskominfo Kota Bandung", f"{SITE}/"),
        (2, "Berita", f"{SITE}/berita/"),
        (3, "Artikel imunisasi", f"{SITE}/berita/imunisasi/"),
    ]


def test_a_home_page_tells_who_the_institution_is(profile: SiteProfile) -> None:
    told = nodes("/")
    assert flaws(told) == []
    office = of_type(told, "GovernmentOrganization")
    assert office["name"] == "Dinas Komunikasi dan Informatika Kota Bandung"
    assert office["areaServed"]["identifier"] == "32.73"
    assert office["sameAs"] == ["https://t.me/bandung"]
    assert [contact.get("telephone") or contact["email"] for contact in office["contactPoint"]] == [
        "(022) 123456",
        "humas@bandung.example",
    ]
    assert "Senin–Jumat" in office["contactPoint"][0]["description"]
    assert of_type(told, "WebSite")["url"] == f"{SITE}/"


def test_an_institution_without_a_profile_is_told_too(country: None) -> None:
    assert flaws(nodes("/")) == []
    assert flaws(nodes("/", "bnpb.localhost")) == []


def test_other_pages_are_web_pages(country: None) -> None:
    publish(home_of(), InformationPage(title="Profil", slug="profil", lead="Siapa kami."))
    section()
    for path in ("/profil/", "/berita/"):
        told = nodes(path)
        assert flaws(told) == []
        assert of_type(told, "WebPage")["url"] == f"{SITE}{path}"


def test_the_portal_can_be_searched() -> None:
    site = structured.website(None, "http://localhost:8000/cari/")
    assert flaws([site]) == []
    assert site["potentialAction"]["target"]["urlTemplate"] == (
        "http://localhost:8000/cari/?q={search_term_string}"
    )


def test_the_vocabulary_refuses_what_it_does_not_know() -> None:
    wrong = {"@type": "NewsArticle", "headline": 3, "judul": "x", "author": {"@type": "Person"}}
    assert len(flaws([wrong])) > 3


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!-- & \u2028 🎉", 'kutip " dan \\', "\x00"[1:]],
)
def test_no_headline_leaves_the_script_element(country: None, title: str) -> None:
    article("aneh", title=title or "x", lead=title or "x")
    assert b"<script>alert" not in body("/aneh/")
    assert of_type(nodes("/aneh/"), "NewsArticle")["headline"] == (title or "x")
    assert len(head("/aneh/").xpath("script[@type='application/ld+json']")) == 1


def test_a_script_is_data_and_is_safe() -> None:
    script = structured.as_script([{"@type": "Thing", "name": "</script>&"}])
    assert isinstance(script, SafeString)
    shown = Template("{{ script }}").render(Context({"script": script}))
    assert "<" not in shown
    assert json.loads(shown)["@graph"] == [{"@type": "Thing", "name": "</script>&"}]
