"""A page that changes owes a look at what it says; the row comes with the change itself."""

from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from selaras.ledger.services import owe
from selaras.ledger.worker import settles
from selaras.pages.aligning.filling import BATCH
from selaras.pages.aligning.keeping import below, keep_pages
from selaras.pages.models import BasePage

LOOK = "pages.alignment"


@receiver([page_published, page_unpublished])
def note_public(instance: Page, **_: Any) -> None:
    if isinstance(instance, BasePage):
        _owe({"page": instance.pk})


@receiver(post_save, sender=Revision)
def note_draft(instance: Revision, **_: Any) -> None:
    kind = ContentType.objects.get_for_id(instance.base_content_type_id)
    if kind.model_class() is Page:
        _owe({"page": int(instance.object_id)})


@receiver(post_save, sender=Page)
def note_move(instance: Page, created: bool, update_fields: Any = None, **_: Any) -> None:
    """Wagtail saves the bare page where it was moved in the tree, and nowhere else."""
    if not created and update_fields is None:
        _owe({"path": instance.path})


@receiver(post_save)
def note_new_slug(
    sender: type, instance: Any, created: bool, update_fields: Any = None, **_: Any
) -> None:
    """The addresses of the pages below may be others."""
    if not issubclass(sender, BasePage) or created or update_fields is not None:
        return
    if instance.numchild:
        _owe({"path": instance.path})


@receiver(post_delete)
def note_deleted(sender: type, instance: Any, **_: Any) -> None:
    if issubclass(sender, BasePage):
        _owe({"page": instance.pk})


def _owe(payload: dict[str, Any]) -> None:
    with transaction.atomic(savepoint=False):
        owe(kind=LOOK, key=f"{LOOK}:{uuid4()}", payload=payload)


# It waits for nobody, but it reads before it writes: a transaction around all of it would hold
# SQLite's only write lock while pages are read. Done twice, it does no harm.
@settles(LOOK, waits=True)
def look(payload: dict[str, Any]) -> None:
    keys = [payload["page"]] if "page" in payload else below(payload["path"])
    for start in range(0, len(keys), BATCH):
        keep_pages(keys[start : start + BATCH])
