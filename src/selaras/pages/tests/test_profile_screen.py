from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from selaras.accounts.models import User
from selaras.embeds.tests.editing import writer
from selaras.institutions.models import Institution, Membership
from selaras.ledger.models import AuditEntry, Epoch
from selaras.look.colour import contrast
from selaras.media.services import add_picture
from selaras.pages.admin.swatches import swatches
from selaras.pages.channels import check_channel
from selaras.pages.errors import MayNotEditProfile
from selaras.pages.models import Channel, ContactDetail, SiteProfile
from selaras.pages.profiles import profile_of, seal_of
from selaras.pages.services import save_profile
from selaras.tallies.models import Tally, Version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

SCREEN = "/admin/profil-situs/kota-bandung/"
TELEGRAM = {"kind": "telegram", "url": "https://t.me/kotabandung"}


def administrator(slug: str = "kota-bandung", *, superuser: bool = False) -> Client:
    return writer(slug, Membership.Role.ADMINISTRATOR, superuser=superuser)


def institution(slug: str = "kota-bandung") -> Institution:
    return Institution.objects.get(slug=slug)


def form(**fields: Any) -> dict[str, Any]:
    rows = {name: fields.pop(name, []) for name in ("contacts", "channels", "services")}
    data = {
        "colour": "#0d5566",
        "emblem": "",
        "address": "Jalan Wastukencana 2",
        "tally": "",
        "seal": seal_of(institution()),
        **{name: inline_formset(given) for name, given in rows.items()},
        **fields,
    }
    return dict(nested_form_data(data))


def stored() -> SiteProfile:
    return SiteProfile.objects.get(pk=institution().pk)


def errors(response: Any) -> str:
    assert response.status_code == 200
    assert not SiteProfile.objects.exists()
    return str(response.content.decode())


def picture(slug: str) -> Any:
    file = BytesIO()
    Image.new("RGB", (40, 40), "red").save(file, "PNG")
    size = file.tell()
    file.seek(0)
    return add_picture(
        actor="uji", institution=institution(slug), file=file, name="lambang.png", size=size,
        title="Lambang", is_decorative=True,
    )  # fmt: skip


def test_what_an_editor_saves_stands_on_the_site() -> None:
    client = administrator()
    before = Epoch.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    response = client.post(
        SCREEN,
        form(
            colour="#9A4A25",
            contacts=[{"kind": "phone", "value": "(022) 123456", "note": "hari kerja"}],
            channels=[TELEGRAM],
            services=[{"title": "Akta", "summary": "Akta kelahiran.", "url": "https://a.example/"}],
        ),
    )
    assert response["Location"] == SCREEN
    assert stored().colour == "#9a4a25"
    assert [str(row) for row in stored().contacts.all()] == ["Telepon: (022) 123456"]
    assert [row.url for row in stored().channels.all()] == [TELEGRAM["url"]]
    assert [row.title for row in stored().services.all()] == ["Akta"]
    home = Client(headers={"host": "kota-bandung.localhost"}).get("/").content.decode()
    assert "/warna/9a4a25.css" in home
    assert Epoch.objects.get(pk=1).number == before + 1
    entry = AuditEntry.objects.get(action="pages.profile.save")
    assert entry.institution == "kota-bandung"
    assert entry.actor == f"orang:{User.objects.get(username='penulis-kota-bandung').reference}"
    assert entry.details == {"changed": ["address", "channels", "colour", "contacts", "services"]}


def test_rows_are_changed_and_removed() -> None:
    client = administrator()
    client.post(SCREEN, form(channels=[TELEGRAM, {"kind": "x", "url": "https://x.com/bandung"}]))
    rows = [{"id": row.pk, "kind": row.kind, "url": row.url} for row in stored().channels.all()]
    rows[0]["url"], rows[1]["DELETE"] = "https://t.me/lain", "on"
    data = form(channels=[])
    data |= dict(nested_form_data({"channels": inline_formset(rows, initial=2)}))
    assert client.post(SCREEN, data).status_code == 302
    assert [row.url for row in stored().channels.all()] == ["https://t.me/lain"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"colour": "merah"}, "Tulis warna seperti"),
        ({"colour": "#12345"}, "Tulis warna seperti"),
        ({"contacts": [{"kind": "phone", "value": "satu dua"}]}, "Tulis nomor telepon"),
        ({"contacts": [{"kind": "email", "value": "bukan surel"}]}, "Tulis surel seperti"),
        ({"channels": [{"kind": "telegram", "url": "https://x.com/a"}]}, "https://t.me/"),
        ({"channels": [TELEGRAM, TELEGRAM]}, "Satu kanal dari tiap jenis"),
        ({"services": [{"title": "A", "url": "ftp://a.example/"}]}, "diawali https://"),
        ({"tally": "tidak-ada"}, "Rekapitulasi ini tidak ada"),
        ({"emblem": "999999"}, "yang valid"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_stored(fields: dict[str, Any], words: str) -> None:
    body = errors(administrator().post(SCREEN, form(address="Jalan Tetap", **fields)))
    assert words in body
    assert "Jalan Tetap" in body


@pytest.mark.parametrize(
    ("kind", "url", "fits"),
    [
        ("telegram", "https://t.me/kotabandung", True),
        ("telegram", "https://www.t.me/kotabandung", True),
        ("telegram", "http://t.me/kotabandung", False),
        ("telegram", "https://t.me/", False),
        ("telegram", "https://t.me.jahat.example/a", False),
        ("telegram", "https://t.me@jahat.example/a", False),
        ("telegram", "https://t.me:8443/a", False),
        ("telegram", "https://[t.me/a", False),
        ("google-news", "https://news.google.com/publications/abc", True),
        ("google-news", "https://google.com/news", False),
        ("whatsapp", "https://whatsapp.com/channel/abc", True),
        ("x", "https://twitter.com/a", True),
        ("facebook", "https://m.facebook.com/a", True),
    ],
)
def test_a_channel_is_an_account_on_its_own_host(kind: str, url: str, fits: bool) -> None:
    assert refuses(kind, url) is not fits


def refuses(kind: str, url: str) -> bool:
    try:
        check_channel(kind, kind, url)
    except ValidationError:
        return True
    return False


def test_every_kind_of_channel_has_its_hosts() -> None:
    assert all(refuses(kind, "https://jahat.example/a") for kind in Channel.Kind.values)


def test_the_emblem_comes_from_the_own_library() -> None:
    mine, others = picture("kota-bandung"), picture("kab-merauke")
    client = administrator()
    assert "bukan dari perpustakaan Anda" in errors(client.post(SCREEN, form(emblem=others.pk)))
    assert client.post(SCREEN, form(emblem=mine.pk)).status_code == 302
    assert stored().emblem == mine


def test_a_published_tally_is_chosen_from_a_list() -> None:
    client = administrator()
    publisher = institution("komdigi")
    shared = {"publisher": publisher, "region": publisher.region}
    for slug in ("terbit", "kosong"):
        Tally.objects.create(slug=slug, title=f"Hasil {slug}", **shared)
    Version.objects.create(
        tally=Tally.objects.get(slug="terbit"),
        number=1,
        status="final",
        published_at=timezone.now(),
    )
    body = client.get(SCREEN).content.decode()
    assert '<option value="terbit">Hasil terbit</option>' in body
    assert "Hasil kosong" not in body
    assert client.post(SCREEN, form(tally="terbit")).status_code == 302
    assert stored().tally == "terbit"


def test_two_editors_at_once_lose_nothing() -> None:
    client = administrator()
    late = form(address="Alamat yang terlambat", contacts=[{"kind": "email", "value": "a@b.id"}])
    client.post(SCREEN, form(address="Alamat pertama"))
    body = client.post(SCREEN, late).content.decode()
    assert "sudah diubah orang lain" in body
    assert "Alamat yang terlambat" in body
    assert seal_of(institution()) in body
    assert stored().address == "Alamat pertama"
    assert client.post(SCREEN, late | {"seal": seal_of(institution())}).status_code == 302
    assert stored().address == "Alamat yang terlambat"
    assert ContactDetail.objects.count() == 1


def test_a_row_that_somebody_else_removed_is_told_and_the_rest_stays_typed() -> None:
    client = administrator()
    client.post(SCREEN, form(channels=[TELEGRAM]))
    row = stored().channels.get()
    seen = form(address="Alamat yang terlambat") | dict(
        nested_form_data({"channels": inline_formset([{"id": row.pk, **TELEGRAM}], initial=1)})
    )
    row.delete()
    response = client.post(SCREEN, seen)
    assert response.status_code == 200
    body = response.content.decode()
    assert "Alamat yang terlambat" in body
    assert TELEGRAM["url"] in body
    assert stored().address != "Alamat yang terlambat"


def test_a_profile_of_somebody_else_is_not_found() -> None:
    other = administrator("kab-merauke")
    assert other.get(SCREEN).status_code == 404
    assert other.post(SCREEN, form()).status_code == 404
    assert not SiteProfile.objects.exists()
    user = User.objects.get(username="penulis-kab-merauke")
    with pytest.raises(MayNotEditProfile):
        save_profile(profile=profile_of(institution()), seal=seal_of(institution()), user=user)


def test_a_membership_that_ended_opens_nothing() -> None:
    client = administrator()
    Membership.objects.update(valid_to="2021-01-01")
    assert client.get(SCREEN).status_code == 302
    assert "/admin/profil-situs/" not in client.get("/admin/").content.decode()


def test_the_menu_leads_an_editor_of_one_site_straight_to_it() -> None:
    client = administrator()
    assert "/admin/profil-situs/" in client.get("/admin/").content.decode()
    assert client.get("/admin/profil-situs/")["Location"] == SCREEN


def test_a_superuser_chooses_from_all_and_queries_do_not_grow() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            body = client.get("/admin/profil-situs/").content.decode()
        assert "/admin/profil-situs/komdigi/" in body
        return len(queries)

    client = administrator("aceh", superuser=True)
    asked()
    all_of_them = asked()
    Institution.objects.exclude(region="00").exclude(slug="aceh").delete()
    assert asked() == all_of_them
    assert client.get("/admin/profil-situs/komdigi/").status_code == 200


def test_anonymous_people_sign_in_first() -> None:
    response = Client(headers={"host": "redaksi.localhost"}).get(SCREEN)
    assert response["Location"].startswith("/masuk/?next=")


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#ffff00", "#0d5566", "#8a1c1c"])
def test_the_preview_shows_readable_colours(colour: str) -> None:
    for swatch in swatches(colour):
        assert contrast(swatch.text, swatch.ground) >= 4.5
        assert contrast(swatch.on_band, swatch.band) >= 4.5
        assert ":" in swatch.words


def test_the_preview_is_asked_for_by_colour() -> None:
    client = administrator()
    found = client.get("/admin/profil-situs/warna/9a4a25/").json()["swatches"]
    assert [swatch["mode"] for swatch in found] == ["Terang", "Gelap"]
    assert client.get("/admin/profil-situs/warna/merah/").status_code == 404


def test_a_stated_number_of_rows_is_not_drawn() -> None:
    data = form() | {
        f"{name}-{count}": str(2**63)
        for name in ("contacts", "channels", "services")
        for count in ("TOTAL_FORMS", "MAX_NUM_FORMS")
    }
    assert len(errors(administrator().post(SCREEN, data))) < 700_000
