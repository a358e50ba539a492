"""The editors' screens: written, checked, approved, and nothing typed is ever lost."""

import re

import pytest
from django.test import Client

from selaras.accounts.models import User
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.services import save
from selaras.announcements.manuscripts.tests.writing import (
    BANDUNG,
    announced,
    approver,
    author,
    later,
    seen,
    submitted,
    value_in,
    wall,
    written,
)
from selaras.announcements.models import Announcement
from selaras.announcements.tests.editors import (
    address,
    client_of,
    started,
    stored,
    value_of,
    words,
)
from selaras.institutions.models import Topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
FORM = {
    "title": "Status siaga diperbarui",
    "summary": "Kota Bandung\r\nnaik.",
    "instrument": "Keputusan 12 Tahun 2026",
    "messages": ["Tetap tenang.", "", "Ikuti petugas."],
    "question": ["Mengapa naik?", ""],
    "answer": ["Curah hujan.", ""],
    "rows": f'[["siaga.status","{BANDUNG}","merah"]]',
    "grid_columns": "siaga.status",
    "relation": "new",
    "when": "approved",
}


@pytest.fixture
def user() -> User:
    return author()


@pytest.fixture
def client(user: User) -> Client:
    return client_of(user)


def test_an_announcement_goes_from_an_empty_form_to_the_public_through_two_people(
    client: Client, user: User
) -> None:
    manuscript = started(client)
    edit, show = address("edit", manuscript), address("manuscript", manuscript)
    assert "Belum dapat diajukan" in words(client.get(show))
    answer = client.post(edit, {**FORM, "seen": "1", "act": "check"}, follow=True)
    assert answer.redirect_chain == [(f"{show}#periksa", 302)]
    page = words(answer)
    for said in ("1 nilai: 1 baru", "Provinsi Jawa Barat", "Tetap tenang.", "Terbit sekarang"):
        assert said in page
    assert stored(manuscript).messages == ["Tetap tenang.", "Ikuti petugas."]
    assert stored(manuscript).summary == "Kota Bandung\nnaik."
    fingerprint = value_of(client.get(show), "seen")
    client.post(show, {"act": "ajukan", "seen": fingerprint})
    assert "Setujui dan terbitkan" not in words(client.get(show))  # not one's own
    decides = client_of(approver())
    assert "Setujui dan terbitkan sekarang" in words(decides.get(show))
    answer = decides.post(show, {"act": "setujui", "seen": fingerprint}, follow=True)
    assert "Pengumuman terbit." in words(answer)
    assert value_in(BANDUNG) == "merah"
    assert "Versi 2" in words(answer)
    assert "Ringkasan" in words(client.get(address("version", manuscript, 2)))
    assert client.get(address("version", manuscript, 9)).status_code == 404


def test_flaws_stand_at_their_fields_with_links_from_above(client: Client) -> None:
    manuscript = started(client)
    edit = address("edit", manuscript)
    wrong = {**FORM, "title": "", "instrument_url": "bukan", "when": "later", "live_day": "besok"}
    answer = client.post(edit, {**wrong, "seen": "1", "act": "check"}, follow=True)
    page = answer.content.decode()
    assert "4 hal perlu diperbaiki" not in page
    assert "3 hal perlu diperbaiki" in page
    for anchor in ("id_title", "id_instrument_url", "id_live_day"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
    assert re.search(r'id="id_title"[^>]*aria-invalid="true"', page)
    assert "Judul belum diisi." in page
    assert value_of(answer, "live_day") == "besok"


def test_a_line_more_and_a_search_keep_everything_and_store_nothing(client: Client) -> None:
    manuscript = started(client)
    edit = address("edit", manuscript)
    for act, found in (("add:messages", "id_messages_5"), ("find", "Kota Bandung")):
        page = client.post(edit, {**FORM, "seen": "1", "act": act, "find_region": "bandung"})
        text = words(page)
        assert found in text
        for typed in ("Status siaga diperbarui", "Ikuti petugas.", "Curah hujan."):
            assert typed in text
        assert '"merah"' in value_of(page, "rows")
    assert manuscript.versions.count() == 1


def test_whoever_is_overtaken_sees_both_texts_and_can_still_keep_hers(
    client: Client, user: User
) -> None:
    manuscript = started(client)
    other = author("lain")
    save(manuscript=manuscript, content=Content(title="Kata orang lain"), user=other, seen=1)
    edit = address("edit", manuscript)
    page = client.post(edit, {**FORM, "seen": "1", "act": "save"})
    text = words(page)
    for said in ("Dua tulisan", "Kata orang lain", "Status siaga diperbarui", "tulisan Anda belum"):
        assert said in text
    client.post(edit, {**FORM, "seen": value_of(page, "seen"), "act": "save"})
    assert stored(manuscript).title == "Status siaga diperbarui"


@pytest.mark.parametrize("seen_number", ["", "x", "-1", "9" * 30])
def test_nonsense_in_hidden_fields_is_no_failure(client: Client, seen_number: str) -> None:
    manuscript = started(client)
    damaged = {
        "seen": seen_number,
        "rows": "[[1,2",
        "audience": ["\0", "99.99"],
        "attachments": "x",
    }
    for act in ("save", "check", "grid", "nonsens", "add:nonsens"):
        page = client.post(address("edit", manuscript), {**FORM, **damaged, "act": act})
        assert page.status_code == 200
        assert "Status siaga diperbarui" in words(page)
    assert manuscript.versions.count() == 1


def test_what_is_sent_to_approve_must_be_what_was_seen(user: User) -> None:
    manuscript = submitted(user)
    show = address("manuscript", manuscript)
    decides = client_of(approver())
    old = seen(manuscript)
    save(manuscript=manuscript, content=Content(title="Lain sama sekali"), user=user, seen=1)
    page = words(decides.post(show, {"act": "setujui", "seen": old}))
    assert "Naskah ini berubah sementara itu" in page
    assert "Lain sama sekali" in page
    assert not Announcement.objects.exists()


def test_the_check_warns_of_others_that_are_planned_replaced_or_left_out(user: User) -> None:
    decides = approver()
    both = [["siaga.status", BANDUNG, "kuning"], ["siaga.status", "34.04", "hijau"]]
    announced(user, decides, title="Yang lama", rows=both)
    announced(user, decides, title="Yang nanti", goes_live=wall(later()))
    page = words(client_of(user).get(address("manuscript", written(user))))
    assert '"Yang nanti" terjadwal' in page
    assert '1 nilai dari "Yang lama" diganti, tetapi hubungannya tidak disebut.' in page
    assert '1 wilayah dari "Yang lama" tidak disebut lagi: Kabupaten Sleman.' in page
    assert "situs instansi" in page


def test_only_demonstration_topics_offer_a_drill(client: Client) -> None:
    manuscript = started(client)
    edit = address("edit", manuscript)
    assert "Ini latihan" in words(client.get(edit))
    Topic.objects.update(demonstration=False)
    assert "Ini latihan" not in words(client.get(edit))
    client.post(edit, {**FORM, "seen": "1", "drill": "1", "act": "save"})
    assert stored(manuscript).drill is False
