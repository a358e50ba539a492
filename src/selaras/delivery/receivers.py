"""What shows on pages and is saved without a word to the ledger."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from selaras.institutions.changing import COUNTRY
from selaras.ledger.services import advance_epoch
from selaras.media.models import File, Library, Picture
from selaras.pages.models import Subject


@receiver([post_save, post_delete], sender=Picture)
@receiver([post_save, post_delete], sender=File)
def note_media(instance: Picture | File, **_: Any) -> None:
    """Its words may have changed, or the picture itself: on the pages of its institution."""
    libraries = Library.objects.filter(collection=instance.collection_id)
    owner = libraries.select_related("institution").first()
    with transaction.atomic():
        advance_epoch(owner.institution.change_key if owner else COUNTRY)


@receiver([post_save, post_delete], sender=Subject)
def note_subject(**_: Any) -> None:
    """The name of a subject stands on every site."""
    with transaction.atomic():
        advance_epoch(COUNTRY)
