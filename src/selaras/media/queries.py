"""Reads: the rendition behind an address, and who keeps what where."""

import re
from typing import cast

from django.db.models import QuerySet

from selaras.institutions.models import Institution
from selaras.media.addresses import specs_by_path
from selaras.media.models import File, Library, Picture, PictureRendition

PICTURE_IN_PATH = re.compile(r"images/[0-9a-f]+/(\d{1,18})\.[a-z0-9.-]+")


def rendition_at(path: str) -> PictureRendition | None:
    """The rendition with this path in the storage, made now if its picture may have it.

    Raises OSError where the original is gone or broken.
    """
    match = PICTURE_IN_PATH.fullmatch(path)
    picture = Picture.objects.filter(pk=match.group(1)).first() if match else None
    if picture is None:
        return None
    spec = dict(specs_by_path(picture)).get(path)
    return _made(picture, spec) if spec else None


def _made(picture: Picture, spec: str) -> PictureRendition:
    try:
        rendition = picture.get_rendition(spec)
        rendition.file.open()
    except FileNotFoundError:
        # The row outlived its file, for instance in a restored database.
        picture.renditions.filter(filter_spec=spec).delete()
        rendition.purge_from_cache()
        rendition = picture.get_rendition(spec)
    return cast("PictureRendition", rendition)


def files_of(institution: Institution) -> QuerySet[File]:
    """The documents in the library of one institution, by title."""
    library = Library.objects.filter(institution=institution).values("collection")
    return File.objects.filter(collection__in=library).order_by("title", "pk")
