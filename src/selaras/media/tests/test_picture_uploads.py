"""What the library takes and what it refuses: in a sentence, and with nothing half-stored."""

import html

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import UploadedFile

from selaras.media.models import Picture
from selaras.media.tests import pictures as made

ADD = "/admin/images/add/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

BAD = {
    "empty": (b"", "foto.jpg", "Berkas ini kosong."),
    "no picture": (b"halo", "foto.jpg", "Isi berkas ini bukan gambar."),
    "html": (
        b"<!doctype html><script>alert(1)</script>",
        "foto.jpg",
        "Isi berkas ini bukan gambar.",
    ),
    "svg": (SVG, "logo.svg", "Gambar SVG belum dapat diterima."),
    "svg under another name": (SVG, "logo.png", "Isi berkas ini bukan gambar."),
    "wrong ending": (made.image_bytes("PNG"), "foto.jpg", "tetapi isinya gambar PNG."),
    "ending of no picture": (made.image_bytes("BMP"), "foto.bmp", "Gambar berakhiran .bmp tidak"),
    "no ending": (made.image_bytes(), "foto", "Gambar tanpa akhiran tidak diterima."),
    "cut off": (made.image_bytes()[:-300], "foto.jpg", "rusak atau tidak lengkap."),
    "cut off early": (made.image_bytes()[:40], "foto.jpg", "rusak atau tidak lengkap."),
    "cut off png": (made.image_bytes("PNG")[:-60], "foto.png", "rusak atau tidak lengkap."),
    "one pixel": (made.image_bytes("PNG", (1, 1)), "titik.png", "hanya 1 × 1 piksel"),
    "400 million pixels": (made.bomb(), "besar.png", "paling banyak 50 juta piksel."),
    "64 million pixels": (made.bomb(8_000), "besar.png", "8.000 × 8.000 piksel; paling banyak"),
    "animated gif": (made.animated(), "gerak.gif", "Gambar bergerak tidak diterima."),
    "animated webp": (made.animated("WEBP"), "gerak.webp", "Gambar bergerak tidak diterima."),
    "animated png": (made.animated("PNG"), "gerak.png", "Gambar bergerak tidak diterima."),
}
GOOD = {
    "jpeg": (made.image_bytes(), "foto.jpg"),
    "jpeg with another ending": (made.image_bytes(), "FOTO.JPEG"),
    "cmyk jpeg": (made.image_bytes(mode="CMYK"), "cetak.jpg"),
    "grey jpeg": (made.image_bytes(mode="L"), "abu.jpg"),
    "png with transparency": (made.image_bytes("PNG", mode="RGBA"), "logo.png"),
    "palette png": (made.image_bytes("PNG", mode="P"), "peta.png"),
    "still gif": (made.image_bytes("GIF", mode="P"), "lama.gif"),
    "webp": (made.image_bytes("WEBP"), "foto.webp"),
    "avif": (made.image_bytes("AVIF"), "foto.avif"),
    "phone": (made.from_a_phone(), "IMG_0001.jpg"),
    "colour profile": (made.with_colour_profile(), "profil.jpg"),
    "name of another script": (made.image_bytes(), "ꦧꦱꦗꦮ 🌋.jpg"),
}


@pytest.fixture
def client(country: None) -> Client:
    return made.librarian()


def stored_files() -> list[str]:
    return (
        default_storage.listdir("original_images")[1]
        if default_storage.exists("original_images")
        else []
    )


def sent(client: Client, content: bytes, name: str, **fields: str) -> tuple[int, str]:
    data = {"title": "Foto", "file": made.upload(content, name), **fields}
    response = client.post(ADD, data)
    return response.status_code, html.unescape(response.content.decode())


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_picture_is_refused_in_a_sentence_and_nothing_is_kept(
    client: Client, kind: str
) -> None:
    content, name, sentence = BAD[kind]
    before = stored_files()
    status, page = sent(client, content, name, description="Balai kota")
    assert status == 200
    assert sentence in page
    assert Picture.objects.count() == 0
    assert stored_files() == before


@pytest.mark.parametrize("kind", BAD)
def test_the_chooser_and_the_form_for_many_refuse_the_same(client: Client, kind: str) -> None:
    content, name, sentence = BAD[kind]
    many = client.post(
        "/admin/images/multiple/add/", {"title": name, "files[]": made.upload(content, name)}
    )
    assert many.json()["success"] is False
    assert sentence in many.json()["error_message"]
    assert UploadedFile.objects.count() == 0
    prefix = "image-chooser-upload-"
    chooser = client.post(
        "/admin/images/chooser/create/",
        {
            f"{prefix}title": "Foto",
            f"{prefix}description": "Balai kota",
            f"{prefix}file": made.upload(content, name),
        },
    )
    assert sentence in html.unescape(chooser.json()["htmlFragment"])
    assert Picture.objects.count() == 0


@pytest.mark.parametrize("kind", GOOD)
def test_a_usual_picture_is_taken(client: Client, kind: str) -> None:
    content, name = GOOD[kind]
    status, page = sent(client, content, name, description="Balai kota")
    assert status == 302, page
    assert Picture.objects.get().file_hash


def test_a_picture_that_is_too_heavy_is_refused(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000  # type: ignore[attr-defined]
    status, page = sent(client, made.image_bytes(), "foto.jpg", description="Balai kota")
    assert status == 200
    assert "paling besar 1000 byte" in page


def test_a_picture_without_alternative_text_is_refused_unless_it_is_decoration(
    client: Client,
) -> None:
    status, page = sent(client, made.image_bytes(), "foto.jpg", description="  ")
    assert status == 200
    assert "belum punya teks alternatif" in page
    assert Picture.objects.count() == 0
    assert sent(client, made.image_bytes(), "foto.jpg", is_decorative="on")[0] == 302
    assert Picture.objects.get().default_alt_text == ""


def test_many_pictures_at_once_wait_for_their_alternative_text(client: Client) -> None:
    answer = client.post(
        "/admin/images/multiple/add/",
        {"title": "foto.jpg", "files[]": made.upload(made.image_bytes())},
    ).json()
    assert answer["success"] is True
    assert Picture.objects.count() == 0
    number = answer["uploaded_file_id"]
    url = f"/admin/images/multiple/create_from_uploaded_image/{number}/"
    prefix = f"uploaded-image-{number}"
    refused = client.post(url, {f"{prefix}-title": "Foto"}).json()
    assert refused["success"] is False
    assert "belum punya teks alternatif" in refused["form"]
    taken = client.post(
        url, {f"{prefix}-title": "Foto", f"{prefix}-description": "Balai kota"}
    ).json()
    assert taken["success"] is True
    assert Picture.objects.get().description == "Balai kota"


def test_a_writer_sees_the_library_of_the_own_institution_only(client: Client) -> None:
    sent(client, made.image_bytes(), "foto.jpg", title="Foto Bandung", description="Balai kota")
    other = made.librarian("kota-surabaya")
    assert "Foto Bandung" in client.get("/admin/images/").content.decode()
    assert "Foto Bandung" not in other.get("/admin/images/").content.decode()
    assert "Foto Bandung" not in other.get("/admin/images/chooser/").content.decode()
    mine = Picture.objects.get()
    assert other.get(f"/admin/images/{mine.pk}/").status_code == 404
