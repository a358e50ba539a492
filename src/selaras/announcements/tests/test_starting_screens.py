"""Where an announcement begins: with a topic, with a document, or from an earlier one."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from selaras.accounts.models import User
from selaras.announcements.manuscripts.tests.writing import (
    BANDUNG,
    announced,
    approver,
    author,
)
from selaras.announcements.models import Announcement, Manuscript
from selaras.announcements.tests.documents import document
from selaras.announcements.tests.editors import (
    LIST,
    START,
    address,
    client_of,
    signed_in,
    stored,
    words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def user() -> User:
    return author()


@pytest.fixture
def client(user: User) -> Client:
    return client_of(user)


def test_a_document_fills_a_manuscript_and_announces_nothing(client: Client) -> None:
    file = SimpleUploadedFile("naskah.yaml", document(through="31 Desember 2099").encode())
    answer = client.post(START, {"act": "document", "file": file}, follow=True)
    assert answer.status_code == 200
    content = stored(Manuscript.objects.get())
    assert (content.title, content.ends) == ("Status siaga diperbarui", "31 Desember 2099")
    assert ["siaga.status", BANDUNG, "Siaga Merah"] in content.rows
    assert not Announcement.objects.exists()
    damaged = document().replace("merah", "ungu")
    page = words(client.post(START, {"act": "document", "text": damaged}))
    assert '"ungu"' in page
    assert "Kota Bandung" in page
    assert Manuscript.objects.count() == 1


def test_the_old_address_leads_to_the_start_and_others_have_no_topics() -> None:
    writer = signed_in("bnpb")
    assert writer.get("/admin/umumkan/").headers["Location"] == START
    assert "siaga-musim-hujan" in words(writer.get(START))
    stranger = signed_in("kota-bandung")
    page = words(stranger.get(START))
    assert "tepat satu juru bicara" in page
    answer = stranger.post(START, {"act": "start", "topic": "siaga-musim-hujan"})
    assert "Topiknya belum dipilih" in words(answer)
    assert not Manuscript.objects.exists()


@pytest.mark.parametrize("relation", ["corrects", "amends", "supersedes"])
def test_what_follows_begins_from_the_announcement(
    client: Client, user: User, relation: str
) -> None:
    first = announced(user, approver())
    answer = client.post(address("follow", first), {"relation": relation}, follow=True)
    page = words(answer)
    assert f'value="{first.pk}" selected' in page
    assert re.search(rf'value="{relation}" checked', page)
    made = Manuscript.objects.latest("made_at")
    assert bool(stored(made).rows) is (relation != "amends")


def test_authors_of_topic_owners_begin_from_the_inbox_and_see_the_entry_of_the_menu(
    client: Client,
) -> None:
    page = words(client.get("/admin/"))
    assert "Susun pengumuman" in page
    assert LIST in page
    page = words(signed_in("kota-bandung").get("/admin/"))
    assert "Susun pengumuman" not in page
    assert LIST not in page
