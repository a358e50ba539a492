"""Media over HTTP: renditions made when first fetched, originals for editors only, no way out."""

import io
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from selaras.media.addresses import picture_address, specs_by_path
from selaras.media.models import Picture, PictureRendition
from selaras.media.tests import pictures as made

HOSTS = ["localhost", "kota-bandung.localhost", "redaksi.localhost"]


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def fetched(picture: Picture, place: str = "content", image_format: str = "") -> Any:
    url = picture_address(picture, place, image_format=image_format)
    response = Client(headers={"host": "localhost"}).get(url)
    assert response.status_code == 200
    return response


def opened(response: Any) -> Image.Image:
    image = Image.open(io.BytesIO(body(response)))
    image.load()
    return image


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.usefixtures("country")
def test_a_rendition_is_served_on_every_host_and_kept_for_ever(host: str) -> None:
    picture = made.picture()
    response = Client(headers={"host": host}).get(picture_address(picture, "content"))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response
    assert body(response)


@pytest.mark.parametrize(
    ("image_format", "found"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpeg", "JPEG")]
)
@pytest.mark.usefixtures("country")
def test_each_format_is_what_its_address_says(image_format: str, found: str) -> None:
    picture = made.picture(made.image_bytes(size=(1000, 500)))
    image = opened(fetched(picture, image_format=image_format))
    assert (image.format, image.size) == (found, (1000, 500))


@pytest.mark.parametrize("image_format", ["avif", "webp", "jpeg"])
@pytest.mark.usefixtures("country")
def test_nothing_that_the_camera_noted_reaches_the_public(image_format: str) -> None:
    original = made.from_a_phone()
    assert b"Ponsel Rahasia" in original
    picture = made.picture(original)
    answer = body(fetched(picture, image_format=image_format))
    image = Image.open(io.BytesIO(answer))
    assert b"Ponsel Rahasia" not in answer
    assert not dict(image.getexif())
    assert not image.getexif().get_ifd(made.GPS)


@pytest.mark.usefixtures("country")
def test_a_picture_that_lies_on_its_side_stands_upright() -> None:
    picture = made.picture(made.from_a_phone())
    assert (picture.width, picture.height) == (480, 640)
    image = opened(fetched(picture, image_format="webp"))
    assert image.size == (480, 640)
    red, _green, blue = image.convert("RGB").getpixel((240, 40))  # type: ignore[misc]
    assert red > blue


@pytest.mark.usefixtures("country")
def test_a_picture_for_print_is_turned_into_screen_colours() -> None:
    picture = made.picture(made.image_bytes(mode="CMYK"))
    for image_format in ("jpeg", "avif", "webp"):
        image = opened(fetched(picture, image_format=image_format))
        assert image.mode == "RGB"
        red, green, blue = image.getpixel((60, 60))  # type: ignore[misc]
        assert red > 150
        assert max(green, blue) < 80


@pytest.mark.parametrize("kind", ["L", "P", "RGBA", "LA", "1", "I;16"])
@pytest.mark.usefixtures("country")
def test_every_kind_of_png_becomes_every_format(kind: str) -> None:
    mode = {"LA": "LA", "1": "1"}.get(kind, kind)
    content = made.image_bytes("PNG", mode="L" if kind == "I;16" else mode)
    if kind == "I;16":
        out = io.BytesIO()
        Image.open(io.BytesIO(content)).convert("I").convert("I;16").save(out, "PNG")
        content = out.getvalue()
    picture = made.picture(content, "peta.png")
    for image_format in ("avif", "webp", "png"):
        assert opened(fetched(picture, image_format=image_format)).size == (640, 480)


@pytest.mark.usefixtures("country")
def test_a_rendition_is_made_once_and_then_served_without_a_query(
    django_assert_num_queries: Any,
) -> None:
    picture = made.picture()
    url = picture_address(picture, "content")
    visitor = Client(headers={"host": "localhost"})
    body(visitor.get(url))
    assert PictureRendition.objects.count() == 1
    with django_assert_num_queries(0):
        assert body(visitor.get(url))


@pytest.mark.usefixtures("country")
def test_every_address_on_a_page_leads_to_a_rendition() -> None:
    picture = made.picture(made.image_bytes(size=(2000, 1500)))
    visitor = Client(headers={"host": "kota-bandung.localhost"})
    paths = {path for path, _spec in specs_by_path(picture)}
    for path in paths:
        assert visitor.get(default_storage.url(path)).status_code == 200, path
    assert len(paths) == PictureRendition.objects.count() == 33


@pytest.mark.usefixtures("country")
def test_a_rendition_whose_file_was_lost_is_made_again() -> None:
    picture = made.picture()
    url = picture_address(picture, "content")
    visitor = Client(headers={"host": "localhost"})
    body(visitor.get(url))
    default_storage.delete(PictureRendition.objects.get().file.name)
    response = visitor.get(url)
    assert response.status_code == 200
    assert body(response)


@pytest.mark.usefixtures("country")
def test_a_picture_whose_original_was_lost_is_a_clear_absence() -> None:
    picture = made.picture()
    default_storage.delete(picture.file.name)
    response = Client(headers={"host": "localhost"}).get(picture_address(picture, "content"))
    assert response.status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/",
        "images",
        "images/..%2f..%2fetc/passwd",
        "images/../original_images/",
        "images/%00.jpg",
        "images/000000000000/999999.width-800.format-jpeg.jpg",
        "images/000000000000/99999999999999999999999999.width-800.format-jpeg.jpg",
        "documents/rahasia.pdf",
        "..%2f..%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "",
    ],
)
@pytest.mark.usefixtures("country")
def test_nothing_else_is_served(path: str) -> None:
    for host in HOSTS:
        assert Client(headers={"host": host}).get(f"/media/{path}").status_code == 404


@pytest.mark.usefixtures("country")
def test_a_visitor_cannot_ask_for_sizes_of_the_own_choice() -> None:
    picture = made.picture()
    url = picture_address(picture, "content").replace("width-800", "width-801")
    assert "width-801" in url
    assert Client(headers={"host": "localhost"}).get(url).status_code == 404
    assert PictureRendition.objects.count() == 0


@pytest.mark.usefixtures("country")
def test_an_original_is_for_editors_who_signed_in() -> None:
    url = made.picture(made.from_a_phone()).file.url
    for host in HOSTS:
        assert Client(headers={"host": host}).get(url).status_code == 404
    response = made.librarian().get(url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.usefixtures("country")
def test_a_changed_picture_gets_new_addresses_and_its_old_renditions_go(
    django_capture_on_commit_callbacks: Any,
) -> None:
    client = made.librarian()
    picture = made.picture()
    before = picture_address(picture, "content")
    body(fetched(picture))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            f"/admin/images/{picture.pk}/",
            {
                "title": "Foto",
                "description": "Balai kota",
                "file": made.upload(made.image_bytes(size=(700, 500))),
            },
        )
    assert answer.status_code == 302
    picture = Picture.objects.get()
    assert picture_address(picture, "content") != before
    assert Client(headers={"host": "localhost"}).get(before).status_code == 404
    assert opened(fetched(picture)).size == (700, 500)
