"""Writes of media: libraries of institutions, who may use them, and taking from elsewhere."""

from pathlib import PurePath
from typing import BinaryIO

from django.core.files import File as DjangoFile
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection

from selaras.institutions.models import Institution
from selaras.ledger.actors import Actor
from selaras.ledger.services import record
from selaras.media.checking.files import check_file
from selaras.media.checking.pictures import check_picture
from selaras.media.models import File, Library, Picture
from selaras.media.reencoding import reencoded


def open_library(*, institution: Institution) -> Library:
    """The institution's library, made when it is first needed."""
    library = Library.objects.filter(institution=institution).first()
    if library is not None:
        return library
    with transaction.atomic():
        root = Collection.get_first_root_node()
        collection = root.add_child(name=institution.name[:255])
        return Library.objects.create(institution=institution, collection=collection)


def add_picture(
    *,
    actor: Actor,
    institution: Institution,
    file: BinaryIO,
    name: str,
    size: int,
    title: str = "",
    description: str = "",
    credit: str = "",
    is_decorative: bool = False,
) -> Picture:
    """Take a picture from elsewhere, for instance from an old website.

    `size` in bytes. Raises `BadPicture`. Unlike a person in the admin, an old website may give no
    alternative text; the picture then has none, and the library asks when it is next edited.
    """
    check_picture(file, name=name, size=size)
    written = ContentFile(reencoded(file), name=name)
    with transaction.atomic():
        picture = Picture(
            title=(title or PurePath(name).stem)[:255],
            file=written,
            description=description[:255],
            credit=credit[:200],
            is_decorative=is_decorative,
            collection=open_library(institution=institution).collection,
        )
        picture.save()
        _note(actor, institution, "media.picture.add", picture.pk, name)
        return picture


def add_file(
    *,
    actor: Actor,
    institution: Institution,
    file: BinaryIO,
    name: str,
    size: int,
    title: str = "",
) -> File:
    """Take a document from elsewhere. `size` in bytes. Raises `BadFile`."""
    check_file(file, name=name, size=size)
    with transaction.atomic():
        document = File(
            title=(title or PurePath(name).stem)[:255],
            file=DjangoFile(file, name=name),
            collection=open_library(institution=institution).collection,
        )
        document._set_document_file_metadata()  # type: ignore[no-untyped-call]
        document.save()
        _note(actor, institution, "media.file.add", document.pk, name)
        return document


def _note(actor: Actor, institution: Institution, action: str, pk: int, name: str) -> None:
    record(
        actor=actor,
        institution=institution.slug,
        action=action,
        object_kind=action.rpartition(".")[0],
        object_id=str(pk),
        details={"name": name},
    )
