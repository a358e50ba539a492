"""A thousand malformed files through every form that takes files: never a failure, never a half."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import UploadedFile

from selaras.media.addresses import picture_address
from selaras.media.models import File, Picture
from selaras.media.tests import pictures as made
from selaras.media.tests.test_documents import PDF, archive
from support.thorough import EVERYTHING

EACH = 167 if EVERYTHING else 42  # files for each of the six forms
SEED = 20_261_126
SCRIPT = b"<script>alert(document.domain)</script>"
SMALL = (48, 32)
PICTURES = {
    "jpg": made.image_bytes(size=SMALL),
    "png": made.image_bytes("PNG", SMALL, mode="RGBA"),
    "gif": made.image_bytes("GIF", SMALL, mode="P"),
    "webp": made.image_bytes("WEBP", SMALL),
    "avif": made.image_bytes("AVIF", SMALL),
}
DOCUMENTS = {
    "pdf": PDF * 4, "docx": archive(), "csv": b"wilayah;jumlah\n" * 20, "json": b'{"a": 1}',
    "zip": archive(), "rtf": b"{\\rtf1 halo}", "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9,
}  # fmt: skip
NAMES = [
    "../../../etc/passwd.{}", "..\\..\\windows.{}", "a\x00b.{}", "nama\u202egpj.{}",
    "x" * 5000 + ".{}", "", ".", "..", ".{}", "/", "foto.{}.exe", "foto.exe.{}", "foto", "CON.{}",
    "a\r\nb: c.{}", '"><img src=x onerror=alert(1)>.{}', "{{ 7*7 }}.{}", "🌋" * 300 + ".{}",
    "foto.{}/", "%2e%2e%2f.{}", " .{}", "foto.{} ", "a/b/c.{}", "\ufffd.{}", "foto.svg", "foto.{}?",
]  # fmt: skip


def bomb_archive() -> bytes:
    """Ten kilobytes that unpack to ten megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"\0" * (10 << 20))
    return out.getvalue()


BOMBS = [made.bomb(), made.bomb(8_000), made.bomb(65_535), bomb_archive()]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    bad = bytearray(content)
    for _ in range(chance.choice([1, 3, 40])):
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    return bytes(bad)


def spliced(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + chance.randbytes(chance.choice([1, 64, 5000])) + content[place:]


def polyglot(content: bytes, chance: random.Random) -> bytes:
    return content + chance.choice([SCRIPT, PDF, b"<?php system($_GET[0]);", archive()])


def noise(_content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice([0, 1, 16, 4096]))


def bomb(_content: bytes, chance: random.Random) -> bytes:
    return chance.choice(BOMBS)


HARMS: list[Callable[[bytes, random.Random], bytes]] = [
    cut, flipped, spliced, polyglot, noise, bomb, lambda content, _: content,
]  # fmt: skip


def malformed(seeds: dict[str, bytes], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    for number in range(EACH):
        ending, content = chance.choice(sorted(seeds.items()))
        shown = ending if number % 4 else chance.choice([*PICTURES, *DOCUMENTS, "svg", "html"])
        name = NAMES[number % len(NAMES)] if number % 3 == 0 else "berkas.{}"
        yield name.replace("{}", shown), HARMS[number % len(HARMS)](content, chance)


def sent(client: Client, form: str, name: str, content: bytes) -> Any:
    file = SimpleUploadedFile("x", content)
    file._name = name  # type: ignore[attr-defined]  # as a client sends it, not as Django cleans it
    path, _, field = form.partition(" ")
    prefix = field.rpartition("-")[0]
    start = f"{prefix}-" if prefix else ""
    fields = {f"{start}title": name[:300] or "Berkas", f"{start}description": "Uji", field: file}
    return client.post(path, fields)


def stored(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


FORMS = {
    "/admin/images/add/ file": PICTURES,
    "/admin/images/multiple/add/ files[]": PICTURES,
    "/admin/images/chooser/create/ image-chooser-upload-file": PICTURES,
    "/admin/documents/add/ file": DOCUMENTS,
    "/admin/documents/multiple/add/ files[]": DOCUMENTS,
    "/admin/documents/chooser/create/ document-chooser-upload-file": DOCUMENTS,
}


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("form", FORMS)
def test_malformed_files_never_fail_and_leave_no_half(form: str, settings: Any) -> None:
    client = made.librarian()
    chance = random.Random(f"{SEED} {form}")  # noqa: S311 - the same files each time
    root, count = Path(settings.MEDIA_ROOT), 0
    for name, content in malformed(FORMS[form], chance):
        count += 1
        response = sent(client, form, name, content)
        assert response.status_code in {200, 302, 400}, (name, response.status_code)
    assert count == EACH
    rows = [*Picture.objects.all(), *File.objects.all(), *UploadedFile.objects.all()]
    named = {row.file.name for row in rows}
    assert {path for path in stored(root) if not path.startswith("images/")} == named
    assert rows
    _check_pictures()


def _check_pictures() -> None:
    """What was taken is a picture that we wrote, and can be shown."""
    reader = Client(headers={"host": "localhost"})
    for picture in Picture.objects.all():
        content = picture.file.read()
        assert SCRIPT not in content
        assert PDF not in content
        Image.open(io.BytesIO(content)).load()
    for picture in Picture.objects.all()[:5]:
        assert reader.get(picture_address(picture, "content")).status_code == 200


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("ending", PICTURES)
def test_a_picture_that_is_also_something_else_is_only_a_picture_afterwards(ending: str) -> None:
    content = PICTURES[ending] + SCRIPT
    response = sent(made.librarian(), "/admin/images/add/ file", f"foto.{ending}", content)
    if response.status_code == 302:
        assert SCRIPT not in Picture.objects.get().file.read()
    else:
        assert Picture.objects.count() == 0


@pytest.mark.usefixtures("country")
def test_the_original_is_kept_upright_and_without_what_the_camera_noted() -> None:
    sent(made.librarian(), "/admin/images/add/ file", "IMG_0001.jpg", made.from_a_phone())
    content = Picture.objects.get().file.read()
    assert b"Ponsel Rahasia" not in content
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (480, 640)
        assert not image.getexif()


@pytest.mark.usefixtures("country")
def test_a_document_that_is_also_a_page_runs_nowhere() -> None:
    sent(made.librarian(), "/admin/documents/add/ file", "laporan.pdf", PDF + SCRIPT)
    for host in ("localhost", "kota-bandung.localhost", "redaksi.localhost"):
        response = Client(headers={"host": host}).get(File.objects.get().url)
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
