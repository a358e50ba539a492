"""Emergencies stand above results where they concern the reader or what was asked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.tests.telling import tell
from selaras.pages.models import EmergencyPage
from selaras.pages.tests.making import home_of, publish
from selaras.search.answers import notices
from selaras.search.answers.tests.wordings import BANDUNG, COUNTRY, SURABAYA
from selaras.search.answers.understanding import Understood, understand
from selaras.search.entries import Kind
from selaras.search.found import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
HOAX = Notice(Kind.CLARIFICATION, "Hoaks", "Tidak benar.", "https://x.example/", "Komdigi", None)


def titles(text: str, reader: str) -> list[str]:
    return [one.title for one in notices.notices_for(understand(text, region=reader), reader)]


@pytest.fixture
def without_providers() -> Iterator[None]:
    known = dict(notices._providers)
    notices._providers.clear()
    yield
    notices._providers.clear()
    notices._providers.update(known)


def test_notices_of_the_region_the_named_one_and_those_above_stand_on_top() -> None:
    ended = timezone.now() - timedelta(hours=1)
    for slug, title, end in (
        ("kota-bandung", "Banjir di kota", None),
        ("kota-bandung", "Sudah lewat", ended),
        ("jawa-barat", "Siaga provinsi", None),
        ("kota-surabaya", "Kebakaran", None),
    ):
        name = title.lower().replace(" ", "-")
        publish(home_of(slug), EmergencyPage(title=title, slug=name, lead="Waspada.", ends_at=end))
    assert set(titles("pajak", BANDUNG)) == {"Banjir di kota", "Siaga provinsi"}
    assert titles("pajak", SURABAYA) == ["Kebakaran"]
    assert set(titles("pajak bandung", SURABAYA)) == {
        "Kebakaran", "Banjir di kota", "Siaga provinsi",
    }  # fmt: skip
    assert titles("pajak", COUNTRY) == []


def test_an_emergency_of_the_centre_comes_first_with_its_own_words() -> None:
    said = tell(
        {"Kota Bandung": "merah"}, title="Evakuasi sekarang", emergency=True,
        parts=Parts(messages=("Naik ke tempat tinggi.",)),
        through=(timezone.localdate() + timedelta(days=3)).isoformat(),
    )  # fmt: skip
    publish(home_of(), EmergencyPage(title="Dari kota", slug="awas", lead="Waspada."))
    found = notices.notices_for(understand("pajak", region=BANDUNG), BANDUNG)
    assert [one.title for one in found] == ["Evakuasi sekarang", "Dari kota"]
    assert (found[0].summary, found[0].url) == ("Naik ke tempat tinggi.", said.url)
    assert titles("pajak", SURABAYA) == []


@pytest.mark.usefixtures("without_providers")
def test_other_rooms_tell_what_stands_there_too() -> None:
    def hoaxes(question: Understood, region: str) -> list[Notice]:
        return [HOAX] if "vaksin" in question.words and region == BANDUNG else []

    notices.register_notices("hoaks", hoaxes)
    notices.register_notices("hoaks", hoaxes)
    with pytest.raises(RuntimeError, match="hoaks"):
        notices.register_notices("hoaks", lambda *_: [])
    assert titles("vaksn berbahaya", BANDUNG) == ["Hoaks"]
    assert titles("pajak", BANDUNG) == []
