"""After whatever anybody does, what is kept is byte for byte what the product would answer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from selaras.announcements.draft import Parts
from selaras.announcements.tests.telling import tell
from selaras.delivery.pages import Pages
from selaras.delivery.tests.telling import Told
from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import Format
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution
from selaras.institutions.services import dissolve
from selaras.pages.models import ArticlePage, Channel, SiteProfile
from selaras.pages.profiles import profile_of, seal_of
from selaras.pages.services.profiles import save_profile
from selaras.pages.tests.making import HOST, article, home_of, publish_again, section
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

BEGIN = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PORTAL = "localhost"
CIMAHI = "kota-cimahi.localhost"
ADDRESSES = [
    (PORTAL, "/"), (PORTAL, "/wilayah/32.73/"), (PORTAL, "/pengumuman/"), (PORTAL, "/en/"),
    (HOST, "/"), (HOST, "/fakta/"), (HOST, "/en/fakta/"), (HOST, "/tabel/"), (HOST, "/biasa/"),
    (HOST, "/berita/"), (CIMAHI, "/"),
]  # fmt: skip


def same(told: Told, when: str) -> None:
    """Every address twice: made or looked at again, then from memory."""
    for host, path in ADDRESSES:
        client = Client(headers={"host": f"{host}{settings.PORT_SUFFIX}"})
        expected = client.get(path).content.decode()
        assert told(host, path).text == expected, f"{when}: {host}{path}"
        assert told(host, path, look=False).text == expected, f"{when}, again: {host}{path}"


def texts() -> ArticlePage:
    """An article with a fact in every form, one with a table, one with none, and a section."""
    kind = fact_type("siaga.status")
    living, sentence = EmbedSpec(kind.pk), EmbedSpec(kind.pk, Format.SENTENCE, "32.04")
    fixed = EmbedSpec(kind.pk, as_of=BEGIN.date())
    table = {"caption": "Siaga", "types": [str(kind.pk)], "scope": "named", "regions": "32.73"}
    section()
    article("biasa")
    article("tabel", body=[{"type": "fact_table", "value": table}])
    text = f"<p>Kini {living.tag()}, {sentence.tag()}, dulu {fixed.tag()}, lagi {living.tag()}.</p>"
    return article("fakta", body=[{"type": "paragraph", "value": text}])


def test_each_act_shows_at_once_and_by_the_clock(told: Told, pages: Pages) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        tell({"Kota Bandung": "hijau", "Kab. Bandung": "hijau"}, key="dulu", title="Yang dulu")
        clock.shift(SECOND)
        page = texts()
        same(told, "at first")
        for name, act in acts(page).items():
            clock.shift(2 * SECOND)
            act()
            same(told, name)
        clock.shift(SECOND)
        at = datetime.now(UTC) + timedelta(hours=2)
        tell(
            {"Kota Bandung": "kuning"}, key="nanti", title="Nanti", at=at, emergency=True,
            parts=Parts(messages=("Kata.",)),
        )  # fmt: skip
        same(told, "planned")
        clock.move_to(at - SECOND)
        same(told, "a second before")
        assert "Siaga Kuning" not in told(HOST, "/fakta/").text
        clock.move_to(at)
        assert "Siaga Kuning" in told(HOST, "/fakta/", look=False).text, "on its second"
        clock.move_to(at + SECOND)
        same(told, "a second after")
        assert "Siaga Kuning" in told(HOST, "/fakta/").text


def acts(page: ArticlePage) -> dict[str, Callable[[], object]]:
    office = Institution.objects.get(slug="kota-bandung")

    def rename() -> None:
        page.title = "Judul yang lain"
        publish_again(page)

    def withdraw() -> None:
        home_of("kota-cimahi").unpublish()

    def present() -> None:
        profile: SiteProfile = profile_of(office)
        profile.colour = "#7a1f3d"
        profile.channels.add(Channel(kind="telegram", url="https://t.me/bandung"))
        user = person("pengelola", "kota-bandung", "administrator")
        save_profile(profile=profile, seal=seal_of(office), user=user)

    return {
        "a value changes": lambda: tell({"Kota Bandung": "merah"}, key="a", title="Kini merah"),
        "a value elsewhere": lambda: tell({"Kab. Bandung": "merah"}, key="b", title="Di sana"),
        "an emergency": lambda: tell(
            {"Kota Bandung": "merah"}, key="c", title="Darurat", emergency=True,
            parts=Parts(messages=("Segera.",)),
        ),
        "an article": lambda: article("baru"),
        "another title": rename,
        "a home withdrawn": withdraw,
        "a profile": present,
        "an office dissolved": lambda: dissolve(
            institution=office, on=BEGIN.date(), successor=None, actor="uji"
        ),
    }  # fmt: skip


def test_what_changed_elsewhere_leaves_a_page_as_it_is(told: Told, pages: Pages) -> None:
    tell({"Kota Bandung": "hijau", "Kab. Bandung": "hijau"}, key="a", title="A")
    texts()
    told(HOST, "/fakta/")
    kept = pages.store.page(HOST, "/fakta/")
    assert kept is not None
    tell({"Kota Bandung": "merah"}, key="b", title="B", emergency=True,
         parts=Parts(messages=("Segera.",)))  # fmt: skip
    article("jauh", home_of("kota-cimahi"))
    body = told(HOST, "/fakta/").text
    assert "Siaga Merah" in body
    assert "Segera." in body
    again = pages.store.page(HOST, "/fakta/")
    assert again is not None
    assert again.made_at == kept.made_at
