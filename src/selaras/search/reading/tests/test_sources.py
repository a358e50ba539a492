"""What can be found, and that more of it costs no more queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import tell
from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.institutions.models import Institution
from selaras.pages.models import AdoptedText, Adoption, EmergencyPage, InformationPage
from selaras.pages.models.profile import ContactDetail, SiteProfile
from selaras.pages.tests.making import BANDUNG, article, home_of, publish
from selaras.search.entries import Entry, Kind
from selaras.search.sources import sources
from selaras.tallies.tests.counting import count, make_tally, topic_of_kpu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
SIAGA = "siaga-musim-hujan"


def read(name: str, which: object) -> Entry:
    return sources()[name].read([str(which)])[str(which)]


def saying(key: str = "siaga.status") -> list[dict[str, Any]]:
    tag = EmbedSpec(FactType.objects.get(key=key).pk).tag()
    return [{"type": "paragraph", "value": f"<p>Kini berlaku {tag} &amp; siaga.</p>"}]


def said_of_siaga() -> Announcement:
    messages, questions = ("Jauhi sungai.",), (("Ke mana?", "Ke posko."),)
    contacts = (("Posko", "112"),)
    return tell(parts=Parts(messages=messages, questions=questions, contacts=contacts))


def adopting(slug: str, told: Announcement) -> int:
    page = article(slug)
    adoption = Adoption.objects.create(page=page, kind=Adoption.Kind.ANNOUNCEMENT)
    AdoptedText.objects.create(
        adoption=adoption, announcement=told, speaker=told.speaker, title=told.title, url=told.url,
        version="1", version_at=timezone.now(), content={}, revision=1,
    )  # fmt: skip
    return page.pk


def test_a_page_is_told_with_the_names_of_its_facts_and_their_topic() -> None:
    said_of_siaga()  # so that the value can be resolved
    page = article("kabar", body=saying())
    entry = read("page", page.pk)
    assert (entry.key, entry.kind, entry.path) == (f"page:{page.pk}", Kind.NEWS, "/kabar/")
    assert (entry.title, entry.lead, entry.body) == (
        "Artikel kabar", "Teras.", "Kini berlaku Status siaga & siaga.",
    )  # fmt: skip
    assert (entry.institution, entry.region) == (BANDUNG, "32.73")
    assert (entry.topics, entry.owner, entry.dated) == ((SIAGA,), False, page.dated)


def test_a_page_that_took_a_text_of_the_centre_names_its_origin_and_topic() -> None:
    told = said_of_siaga()
    entry = read("page", adopting("kabar", told))
    assert (entry.origin, entry.topics) == (f"announcement:{told.pk}", (SIAGA,))


def test_what_is_not_public_is_not_told() -> None:
    draft = home_of().add_child(instance=InformationPage(title="Draf", slug="draf", live=False))
    drill = tell(drill=True, at=timezone.now() + timedelta(days=1))
    for name, which in (("page", draft.pk), ("announcement", drill.pk), ("page", 10**12)):
        assert sources()[name].read([str(which), "bukan"]) == {}
        assert str(which) not in set(sources()[name].ids())


def test_an_emergency_that_has_ended_says_so() -> None:
    given = {"lead": "Jauhi pantai.", "dated": timezone.now() - timedelta(days=2)}
    past, now = (
        publish(home_of(), EmergencyPage(title=slug, slug=slug, ends_at=ends, **given))
        for slug, ends in (("lalu", timezone.now() - timedelta(days=1)), ("kini", None))
    )
    assert read("page", past.pk).kind == Kind.EMERGENCY
    assert (read("page", past.pk).superseded, read("page", now.pk).superseded) == (True, False)


def test_an_announcement_is_told_with_all_its_words() -> None:
    told = said_of_siaga()
    entry = read("announcement", told.pk)
    assert (entry.kind, entry.on_portal, entry.owner) == (Kind.ANNOUNCEMENT, True, True)
    assert entry.path == f"/pengumuman/{told.slug}/"
    for words in ("Jauhi sungai.", "Status siaga", "Ke mana?", "Ke posko.", "Posko: 112"):
        assert words in entry.body


def test_a_count_is_told_with_its_options_and_places() -> None:
    tally = make_tally(topic=topic_of_kpu(), fact_prefix="uji")
    count(tally)
    entry = read("tally", tally.pk)
    assert (entry.kind, entry.path, entry.topics) == (
        Kind.TALLY, "/rekapitulasi/uji/", ("pemilu-uji",),
    )  # fmt: skip
    assert {"Ani Lengkap", "Aceh"} <= set(entry.body.split("\n"))


def test_an_institution_is_told_by_any_name_and_by_how_it_is_reached() -> None:
    komdigi = Institution.objects.get(slug="komdigi")
    profile = SiteProfile.objects.create(institution=komdigi, address="Jalan Merdeka")
    ContactDetail.objects.create(profile=profile, kind="phone", value="159", note="Aduan")
    entry = read("institution", komdigi.pk)
    assert (entry.kind, entry.path, entry.title) == (Kind.INSTITUTION, "", komdigi.name)
    for words in ("Kementerian Komunikasi dan Informatika", "Jalan Merdeka", "159", "Aduan"):
        assert words in entry.body


def more_pages(start: int) -> None:
    for number in range(start, start + 4):
        adopting(f"ambil-{number}", tell(key=f"uji-{number}"))
        article(f"kabar-{number}", body=saying())


def more_counts(start: int) -> None:
    for number in range(start, start + 4):
        count(make_tally(f"uji-{number}"))


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("page", more_pages),
        ("announcement", more_pages),
        ("tally", more_counts),
        ("institution", lambda _: None),
    ],
)
def test_more_of_it_costs_no_more_queries(name: str, more: Callable[[int], None]) -> None:
    costs = []
    more(0)
    for few in (3, 10):
        more(few * 10)
        ids = list(sources()[name].ids())[: few if name == "institution" else None]
        with CaptureQueriesContext(connection) as captured:
            assert len(sources()[name].read(ids)) == len(ids)
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert costs[0] < 22
