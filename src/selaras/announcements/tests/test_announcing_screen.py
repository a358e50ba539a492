"""The editors' screen: checked, shown, and published exactly as shown."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.announcements.models import Announcement
from selaras.announcements.tests.documents import announce, document, line_of, regencies_and_cities
from selaras.announcements.tests.editors import LIST, SCREEN, signed_in, words
from selaras.facts.models import FactVersion
from selaras.institutions.models import Membership
from selaras.ledger.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def author() -> Client:
    return signed_in("bnpb")


def check(client: Client, text: str) -> HttpResponse:
    return client.post(SCREEN, {"act": "check", "text": text})


def seal_in(page: HttpResponse) -> str:
    found = re.search(r'name="seal" value="([^"]*)"', page.content.decode())
    return found[1] if found else ""


def text_area(page: HttpResponse) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


def publish(client: Client, text: str) -> HttpResponse:
    seal = seal_in(check(client, text))
    return client.post(SCREEN, {"act": "publish", "text": text, "seal": seal}, follow=True)


@pytest.mark.parametrize(
    ("slug", "role", "superuser", "shown"),
    [
        ("bnpb", Membership.Role.AUTHOR, False, True),
        ("bnpb", Membership.Role.WRITER, False, False),
        ("kota-bandung", Membership.Role.AUTHOR, False, False),
        ("kota-bandung", Membership.Role.WRITER, True, True),
    ],
)
def test_the_screens_are_shown_to_authors_of_topic_owners_and_superusers(
    slug: str, role: str, superuser: bool, shown: bool
) -> None:
    client = signed_in(slug, role, superuser=superuser)
    home = client.get("/admin/").content.decode()
    assert (f'"{SCREEN}"' in home) is shown
    for path in (SCREEN, LIST):
        assert client.get(path).status_code == (200 if shown else 302)


def test_nobody_comes_in_without_signing_in() -> None:
    anonymous = Client(headers={"host": "redaksi.localhost"})
    for path in (SCREEN, LIST):
        assert "/masuk/?next=" in anonymous.get(path)["Location"]
    assert Client(headers={"host": "localhost"}).get(SCREEN).status_code == 404


def test_the_template_of_a_topic_is_valid_and_changes_nothing(author: Client) -> None:
    announce({"Provinsi Aceh": "jingga"})
    page = check(author, text_area(author.get(SCREEN)))
    assert "tetap" in words(page)
    assert "Yang perlu diperbaiki" not in words(page)


def test_a_template_whose_example_words_stand_is_not_published(author: Client) -> None:
    page = publish(author, text_area(author.get(SCREEN)))
    assert "masih berupa contoh" in words(page)
    assert not Announcement.objects.exists()


def test_an_author_chooses_among_the_own_topics_only() -> None:
    kemendagri = signed_in("kemendagri")
    page = kemendagri.get(SCREEN, {"topik": "siaga-musim-hujan"})
    assert "topic: ppkm" in text_area(page)
    assert "siaga-musim-hujan" not in words(page)


def test_every_flaw_is_shown_with_its_line_and_what_was_typed_stays(author: Client) -> None:
    text = document({"Bandung": "merah", "Kota Surabaya": "ungu <b>"})
    page = check(author, text)
    for part in ('"Bandung"', "ungu"):
        assert f'data-line="{line_of(text, part)}"' in page.content.decode()
    assert "Kabupaten Bandung (32.04) atau Kota Bandung (32.73)" in words(page)
    assert "<code>ungu &lt;b&gt;</code>" in page.content.decode()
    assert text_area(page) == text
    assert 'value="publish"' not in page.content.decode()


def test_a_check_shows_what_would_change_and_writes_nothing(author: Client) -> None:
    announce({"Kota Bandung": "hijau"})
    before = (FactVersion.objects.count(), AuditEntry.objects.count())
    page = check(author, document(key="uji-2", through="31 Desember 2099"))
    told = words(page)
    assert "2 nilai: 1 baru, 1 naik" in told
    assert "sejak diumumkan sampai 31 Desember 2099" in told
    assert "Keputusan 12 Tahun 2026" in told
    assert re.search(r"<td>Siaga Hijau</td><td>Siaga Merah <span[^>]*>naik</span>", told)
    assert (FactVersion.objects.count(), AuditEntry.objects.count()) == before


def test_what_was_checked_is_published_and_linked(author: Client) -> None:
    page = publish(author, document())
    announcement = Announcement.objects.get()
    assert "Diumumkan: Status siaga diperbarui." in words(page)
    assert f'href="{announcement.url}"' in page.content.decode()
    user = User.objects.get(username="author-bnpb-1")
    entry = AuditEntry.objects.get(action="announcements.publish")
    assert entry.actor == f"orang:{user.reference}"


def test_publishing_again_says_that_it_was_announced_already(author: Client) -> None:
    publish(author, document())
    assert "sudah diumumkan pada" in words(check(author, document()))
    assert "Sudah diumumkan sebelumnya" in words(publish(author, document()))
    assert Announcement.objects.count() == 1


@pytest.mark.parametrize("change", [{"title": "Lain"}, {"key": "uji-9"}, {"through": "2099-12-31"}])
def test_a_text_that_changed_since_its_check_is_not_published(
    author: Client, change: dict[str, str]
) -> None:
    seal = seal_in(check(author, document()))
    changed = document(**change)
    page = author.post(SCREEN, {"act": "publish", "text": changed, "seal": seal})
    assert "berbeda dari yang Anda periksa" in words(page)
    assert text_area(page) == changed
    assert not Announcement.objects.exists()
    again = author.post(SCREEN, {"act": "publish", "text": changed, "seal": seal_in(page)})
    assert again.status_code == 302


def test_a_text_without_a_check_is_not_published(author: Client) -> None:
    page = author.post(SCREEN, {"act": "publish", "text": document()})
    assert "berbeda dari yang Anda periksa" in words(page)
    assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    ("change", "problem", "remedy"),
    [
        ({"speaker": "kota-bandung"}, "tidak berwenang", "milik Badan Nasional"),
        (
            {"topic": "ppkm", "of": "ppkm.level", "speaker": "kemendagri"},
            "tidak memegang peran",
            "pengelola instansi",
        ),
    ],
)
def test_the_topic_of_another_is_refused_with_a_remedy(
    author: Client, change: dict[str, str], problem: str, remedy: str
) -> None:
    text = document({"Kota Bandung": "3"} if "of" in change else None, **change)
    for action in ("check", "publish"):
        page = author.post(SCREEN, {"act": action, "text": text, "seal": "x"})
        assert problem in words(page)
        assert remedy in words(page)
        assert text_area(page) == text
    assert not Announcement.objects.exists()


def test_a_superuser_without_the_role_sees_but_does_not_announce() -> None:
    client = signed_in("bnpb", superuser=True)
    assert "tidak memegang peran" in words(check(client, document()))


def test_a_used_key_is_refused_at_the_check(author: Client) -> None:
    announce()
    assert "sudah dipakai pengumuman" in words(check(author, document(title="Lain")))


def test_a_file_takes_the_place_of_the_text(author: Client) -> None:
    file = SimpleUploadedFile("naskah.yaml", b"\xef\xbb\xbf" + document().encode())
    page = author.post(SCREEN, {"act": "check", "text": "lama", "file": file})
    assert text_area(page) == document()
    assert seal_in(page)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b""])
def test_a_file_that_cannot_be_read_is_refused(author: Client, data: bytes) -> None:
    file = SimpleUploadedFile("naskah.yaml", data)
    page = author.post(SCREEN, {"act": "check", "text": document(), "file": file})
    assert "Yang perlu diperbaiki (1)" in words(page)


def test_publishing_needs_a_post_with_a_token() -> None:
    fields = {"act": "publish", "text": document()}
    fields["seal"] = seal_in(check(signed_in("bnpb"), document()))
    client = signed_in("bnpb", csrf=True)
    assert client.get(SCREEN, fields).status_code == 200
    assert client.post(SCREEN, fields).status_code == 403
    assert not Announcement.objects.exists()
    fields["csrfmiddlewaretoken"] = client.cookies["csrftoken"].value
    assert client.post(SCREEN, fields).status_code == 302
    assert Announcement.objects.exists()


def test_a_check_asks_as_much_for_500_regions_as_for_10(author: Client) -> None:
    announce(dict.fromkeys(regencies_and_cities(500), "hijau"))
    counts = []
    for count in (10, 10, 500):
        text = document(dict.fromkeys(regencies_and_cities(count), "merah"), key="uji-2")
        with CaptureQueriesContext(connection) as queries:
            assert f"{count} naik" in words(check(author, text))
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_the_screen_has_no_script_or_style_of_its_own_inside(author: Client) -> None:
    page = check(author, document()).content.decode()
    main = page[page.index('<form method="post"') : page.index("</main>")]
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", main)
