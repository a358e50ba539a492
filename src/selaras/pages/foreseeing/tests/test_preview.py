"""Every site as it will be, for who may read the manuscript; the public sees nothing of it."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.services import start
from selaras.announcements.models import AnnouncedFact, Announcement, Manuscript, Relation
from selaras.announcements.tests.telling import tell
from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactVersion
from selaras.facts.queries import fact_type
from selaras.institutions.models import Membership, Topic
from selaras.pages.tests.making import HOST, article
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
Role = Membership.Role
EDITORS = "selaras.config.urls.editor"
PUBLIC = Client(headers={"host": HOST})


def editor(name: str, slug: str, *roles: Membership.Role) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(person(name, slug, *roles))
    return client


def manuscript(**fields: object) -> Manuscript:
    content = Content(
        title="Yang akan datang",
        summary="Ringkasan.",
        messages=["Pesan yang belum diumumkan."],
        instrument="Keputusan 9",
        rows=[["siaga.status", "32.73", "merah"]],
        **fields,  # type: ignore[arg-type]
    )
    author = person("penyusun-uji", "bnpb", Role.AUTHOR)
    return start(topic=Topic.objects.get(key="siaga-musim-hujan"), user=author, content=content)


def place(one: Manuscript, **query: str) -> str:
    return f"{reverse('announcement_preview:show', EDITORS, args=[one.pk])}?{urlencode(query)}"


def choosing(one: Manuscript) -> str:
    return reverse("announcement_preview:choose", EDITORS, args=[one.pk])


def live_article() -> str:
    embed = EmbedSpec(fact_type("siaga.status").pk).tag()
    page = article("satu", body=[
        {"type": "paragraph", "value": f"<p>Kini {embed}.</p>"},
        {"type": "central", "value": {"most": 3, "topic": ""}},
    ])  # fmt: skip
    return str(page.pk)


def test_the_site_shows_what_will_be_and_the_public_page_does_not() -> None:
    first = tell({"Kota Bandung": "hijau", "Kota Surabaya": "hijau"}, title="Yang dulu")
    key = live_article()
    at = timezone.localtime() + timedelta(days=1)
    one = manuscript(
        goes_live=at.strftime("%Y-%m-%dT%H:%M:%S"), relation=Relation.AMENDS, earlier=str(first.pk)
    )
    client = editor("penyetuju-uji", "bnpb", Role.APPROVER)
    response = client.get(place(one, instansi="kota-bandung", halaman=key))
    body = response.content.decode()
    assert "Pratinjau: belum diumumkan." in body
    assert "Siaga Merah" in body
    assert "Siaga Hijau" not in body
    assert "Pesan yang belum diumumkan." in body
    assert "Yang dulu" not in body
    assert "no-store" in response.headers["Cache-Control"]
    assert "sandbox" in response.headers["Content-Security-Policy"]
    public = PUBLIC.get("/satu/").content.decode()
    assert "Siaga Hijau" in public
    assert "Yang akan datang" not in public
    home = client.get(place(one, instansi="kota-bandung")).content.decode()
    assert "Yang akan datang" in home
    surabaya = client.get(place(one, instansi="kota-surabaya")).content.decode()
    assert "Yang akan datang" not in surabaya
    assert "Yang dulu" in surabaya
    own = client.get(place(one)).content.decode()
    assert "Pesan yang belum diumumkan." in own
    assert "Keputusan 9" in own
    assert "Siaga Hijau</td><td>Siaga Merah" in own
    assert "Diubah oleh" not in own
    assert "Mengubah" in own


def test_looking_writes_nothing() -> None:
    tell({"Kota Bandung": "hijau"})
    key, one = live_article(), manuscript()
    client = editor("penyetuju-uji", "bnpb", Role.APPROVER)
    models = (Announcement, AnnouncedFact, FactVersion)
    before = [model.objects.count() for model in models]
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(place(one, instansi="kota-bandung", halaman=key)).status_code == 200
    changing = [
        sql
        for sql in (one["sql"] for one in queries)
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        and not sql.startswith('INSERT INTO "foreseen_')
        and "session" not in sql
    ]
    assert changing == []
    assert [model.objects.count() for model in models] == before
    assert FactVersion.objects.get(statement__isnull=False).recorded_to is None


def test_only_who_may_read_the_manuscript_sees_it() -> None:
    one = manuscript()
    choose = choosing(one)
    for client, status in (
        (editor("a", "kemendagri", Role.APPROVER), 404),
        (editor("b", "kota-bandung", Role.WRITER), 403),
        (editor("c", "bnpb", Role.AUDITOR), 200),
    ):
        assert client.get(choose).status_code == status
        assert client.get(place(one)).status_code == status
    assert Client(headers={"host": "redaksi.localhost"}).get(choose).status_code == 302
    assert PUBLIC.get(choose).status_code == 404


def test_a_site_is_found_and_a_page_that_is_not_offered_is_not() -> None:
    tell({"Kota Bandung": "hijau"})
    key, one = live_article(), manuscript()
    client = editor("penyetuju-uji", "bnpb", Role.APPROVER)
    choose = choosing(one)
    found = client.get(choose, {"q": "kota bandung"}).content.decode()
    assert "?instansi=kota-bandung" in found
    chosen = client.get(choose, {"instansi": "kota-bandung"}).content.decode()
    assert f'<option value="{key}"' in chosen
    assert "<iframe" in chosen
    for query in ({"instansi": "tidak-ada"}, {"instansi": "kota-bandung", "halaman": "1"}):
        assert client.get(place(one, **query)).status_code == 404


def test_a_manuscript_with_flaws_says_so() -> None:
    one = manuscript(ends="kemarin dulu sekali")
    client = editor("penyetuju-uji", "bnpb", Role.APPROVER)
    assert "kesalahan" in client.get(choosing(one)).content.decode()
    assert client.get(place(one)).status_code == 302
