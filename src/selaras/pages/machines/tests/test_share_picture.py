"""The picture of a page where it is passed on."""

import io
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import PageViewRestriction

from selaras.institutions.models import Institution
from selaras.look.colour import accents
from selaras.media.models import Picture
from selaras.pages.machines.addresses import share_picture_address
from selaras.pages.machines.share_picture import drawing, keeping
from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.machines.share_picture.drawing import MARGIN
from selaras.pages.machines.tests.reading import body, get, picture
from selaras.pages.machines.tests.titles import TITLES
from selaras.pages.models import BasePage, SiteProfile
from selaras.pages.sites import SiteFrame
from selaras.pages.tests.making import article, home_of, publish_again

SITE = "http://kota-bandung.localhost:8000"


def shared(page: BasePage) -> SharePicture:
    return SharePicture(page, SiteFrame(page.institution).profile)


def path_of(page: BasePage) -> str:
    return shared(page).address.removeprefix(SITE)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Files in a folder of the test's own."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    return tmp_path / "cache" / "share-pictures"


@pytest.fixture
def page(country: None) -> BasePage:
    return article("baru", title="Status siaga banjir naik")


@pytest.mark.django_db
@pytest.mark.parametrize("title", TITLES)
def test_every_title_has_a_picture(country: None, title: str) -> None:
    made = article("aneh", title=title.strip() or "x")
    type(made).objects.filter(pk=made.pk).update(title=title)
    made.refresh_from_db()
    response = get(path_of(made))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert opened(b"".join(response)).size == (1200, 630)


@pytest.mark.django_db
def test_the_picture_has_the_institution_s_colour_and_emblem(page: BasePage) -> None:
    plain = opened(body(path_of(page)))
    SiteProfile.objects.create(
        institution=page.institution, colour="#9a4a25", emblem=picture("PNG", (300, 300))
    )
    coloured = opened(body(path_of(page)))
    assert hex_of(plain, 5, 5) == accents(drawing.PLAIN_COLOUR).band_light
    assert hex_of(coloured, 5, 5) == accents("#9a4a25").band_light
    red, green, blue = coloured.getpixel((MARGIN + 40, 64))  # type: ignore[misc]
    assert (red > 180, green < 60, blue < 60) == (True, True, True)


def hex_of(image: Image.Image, x: int, y: int) -> str:
    red, green, blue = image.getpixel((x, y))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.django_db
def test_an_emblem_that_cannot_be_read_is_left_out(page: BasePage) -> None:
    emblem = picture("PNG", (300, 300))
    SiteProfile.objects.create(institution=page.institution, colour="rusak", emblem=emblem)
    Path(emblem.file.path).write_bytes(b"bukan gambar")
    assert get(path_of(page)).status_code == 200
    Path(emblem.file.path).unlink()
    Picture.objects.filter(pk=emblem.pk).update(file_hash="0" * 40)
    assert get(path_of(page)).status_code == 200


@pytest.mark.django_db
def test_an_old_address_leads_to_the_current_picture(page: BasePage, folder: Path) -> None:
    old = path_of(page)
    assert get(old).status_code == 200
    page.title = "Status siaga banjir turun"
    publish_again(page)
    page.refresh_from_db()
    moved = get(old)
    assert (moved.status_code, moved.headers["Location"]) == (302, shared(page).address)
    assert moved.headers["Cache-Control"] == "public, max-age=60"
    assert moved.headers["Location"] != f"{SITE}{old}"
    assert get(path_of(page)).status_code == 200
    assert [path.name for path in folder.iterdir()] == [path_of(page).removeprefix("/bagikan/")]


@pytest.mark.django_db
def test_a_picture_is_drawn_once(page: BasePage, monkeypatch: pytest.MonkeyPatch) -> None:
    first = body(path_of(page))

    def refuse(*_: object) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(keeping, "draw", refuse)
    assert body(path_of(page)) == first


@pytest.mark.django_db
def test_only_live_public_pages_of_this_host_have_a_picture(page: BasePage) -> None:
    path = path_of(page)
    assert get(path, "kab-merauke.localhost").status_code == 404
    assert get(path, "localhost").status_code == 404
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert get(path).status_code == 404
    restriction.delete()
    page.unpublish()
    assert get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/bagikan/999999999-0123456789abcdef.png",
        "/bagikan/99999999999999999999999-0123456789abcdef.png",
        "/bagikan/0-0123456789abcdef.png",
        "/bagikan/1-xyz.png",
        "/bagikan/..%2f1-0123456789abcdef.png",
        "/bagikan/1-0123456789abcdef.svg",
    ],
)
def test_what_is_no_picture_is_not_found(country: None, path: str) -> None:
    assert get(path).status_code == 404


@pytest.mark.django_db
def test_a_picture_is_only_read(page: BasePage) -> None:
    client = Client(headers={"host": "kota-bandung.localhost"})
    assert client.head(path_of(page)).status_code == 200
    assert client.post(path_of(page)).status_code == 405


@pytest.mark.django_db
def test_the_address_costs_no_query(page: BasePage) -> None:
    home = home_of()
    institution = Institution.objects.select_related("region").get(slug="kota-bandung")
    for one in (page, home):
        one.institution = institution
        with CaptureQueriesContext(connection) as captured:
            address = SharePicture(one, None).address
        assert len(captured) == 0
        digest = address.rpartition("-")[2].removesuffix(".png")
        assert address == share_picture_address(institution, one.pk, digest)
