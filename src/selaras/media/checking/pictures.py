"""What is taken as a picture. Everything is decoded once here, so that nothing breaks later."""

from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from PIL import Image, UnidentifiedImageError

from selaras.language.numbers import format_number
from selaras.media.checking.sizes import readable
from selaras.media.errors import BadPicture

FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "gif": "GIF",
}
SMALLEST_SIDE = 16  # pixels; smaller ones are counting pixels, not pictures
USE = "Gunakan gambar JPG, PNG, WebP, atau AVIF."
WHOLE = "Buka gambar itu, simpan ulang, lalu unggah lagi."
# Phones write a second picture (depth, brightness) behind the first one; it is not animation.
STILL = {"MPO"}


def check_picture(file: BinaryIO, *, name: str, size: int) -> None:
    """Raise `BadPicture` unless this is a still picture that can be shown; rewinds the file.

    `size` in bytes. Nothing is decoded before the pixel count in the header is known to be small.
    """
    wanted = _by_name(name)
    if not size:
        raise BadPicture("Berkas ini kosong.", "Pilih berkas gambar yang berisi.")
    if size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise BadPicture(
            f"Gambar ini {readable(size)}; paling besar "
            f"{readable(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)}.",
            "Perkecil gambar itu, lalu unggah lagi.",
        )
    file.seek(0)
    try:
        with Image.open(file, formats=sorted(set(FORMATS.values()))) as image:
            _check_kind(image, wanted, PurePath(name).suffix)
            _check_pixels(*image.size)
            if image.format not in STILL and getattr(image, "n_frames", 1) > 1:
                raise BadPicture(
                    "Gambar bergerak tidak diterima.",
                    "Unggah gambar diam, atau pasang videonya dengan tautan.",
                )
            image.load()
    except BadPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many("Jumlah piksel gambar ini terlalu besar") from None
    except UnidentifiedImageError:
        raise BadPicture("Isi berkas ini bukan gambar.", USE) from None
    except Exception as error:  # a decoder of hostile bytes may raise anything
        raise BadPicture("Gambar ini rusak atau tidak lengkap.", WHOLE) from error
    finally:
        file.seek(0)


def _by_name(name: str) -> str:
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending == "svg":
        raise BadPicture("Gambar SVG belum dapat diterima.", "Simpan gambar itu sebagai PNG.")
    if ending not in FORMATS:
        shown = f"berakhiran .{ending}" if ending else "tanpa akhiran"
        raise BadPicture(f"Gambar {shown} tidak diterima.", USE)
    return FORMATS[ending]


def _check_kind(image: Image.Image, wanted: str, suffix: str) -> None:
    found = "JPEG" if image.format in STILL else image.format
    if found != wanted:
        raise BadPicture(
            f"Berkas ini berakhiran {suffix.lower()}, tetapi isinya gambar {found}.",
            "Ganti akhiran namanya, atau simpan ulang gambar itu.",
        )


def _check_pixels(width: int, height: int) -> None:
    if min(width, height) < SMALLEST_SIDE:
        raise BadPicture(
            f"Gambar ini hanya {width} × {height} piksel; "
            f"paling kecil {SMALLEST_SIDE} × {SMALLEST_SIDE}.",
            "Pilih gambar yang lebih besar.",
        )
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        sides = f"{format_number(width)} × {format_number(height)} piksel"
        raise _too_many(f"Gambar ini {sides}")


def _too_many(problem: str) -> BadPicture:
    most = format_number(settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000)
    return BadPicture(
        f"{problem}; paling banyak {most} juta piksel.", "Perkecil gambar itu, lalu unggah lagi."
    )
