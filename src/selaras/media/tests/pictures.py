"""Pictures and people for the tests of media: good ones, broken ones, hostile ones."""

import io
import struct
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, ImageCms

from selaras.institutions.models import Institution, Membership
from selaras.media.models import Picture
from selaras.media.services import add_picture
from support.people import person

EDITORS = {"host": "redaksi.localhost"}
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
LATITUDE = {1: "S", 2: (6.0, 54.0, 53.0), 3: "E", 4: (107.0, 36.0, 35.0)}


def image_bytes(
    image_format: str = "JPEG",
    size: tuple[int, int] = (640, 480),
    *,
    mode: str = "RGB",
    **options: Any,
) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (200, 0, 0))
    image.paste((0, 0, 200), (size[0] // 2, 0, size[0], size[1]))
    out = io.BytesIO()
    image.convert(mode).save(out, image_format, **options)
    return out.getvalue()


def from_a_phone(orientation: int = 6) -> bytes:
    """A JPEG that lies on its side and notes where it was taken, and by what."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Ponsel Rahasia"
    exif.get_ifd(GPS).update(LATITUDE)
    return image_bytes(exif=exif)


def animated(image_format: str = "GIF") -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue", "green")]
    out = io.BytesIO()
    frames[0].save(out, image_format, save_all=True, append_images=frames[1:])
    return out.getvalue()


def bomb(side: int = 20_000) -> bytes:
    """A PNG of a few hundred bytes that says it has `side` × `side` pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1000)
    chunks = [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def with_colour_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return image_bytes(icc_profile=profile.tobytes())


def upload(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(content: bytes | None = None, name: str = "balai-kota.jpg", **options: Any) -> Picture:
    """A picture in Bandung's library."""
    stored = content or image_bytes()
    options.setdefault("description", "Balai kota pada pagi hari")
    return add_picture(
        actor="uji",
        institution=Institution.objects.get(slug="kota-bandung"),
        file=io.BytesIO(stored),
        name=name,
        size=len(stored),
        **options,
    )


def librarian(slug: str = "kota-bandung") -> Client:
    """A client of somebody who writes for an institution and keeps its library."""
    user = person(f"pustakawan-{slug}", slug, Membership.Role.WRITER)
    client = Client(headers=EDITORS)
    client.force_login(user)
    return client
