"""Keep the record in step: each signal comes inside the transaction that changed the page."""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from selaras.pages.models import BasePage, Publication
from selaras.pages.past.services import (
    follow_addresses,
    follow_slug,
    publication_begins,
    publication_ends,
)

End = Publication.End


@receiver(page_published)
def begin(instance: Page, revision: Any = None, **_: Any) -> None:
    """What is only scheduled is not live yet."""
    if isinstance(instance, BasePage) and instance.live:
        publication_begins(instance, revision=revision.pk if revision else None)


@receiver(page_unpublished)
def end(instance: Page, **_: Any) -> None:
    if instance.expired:
        reason = End.EXPIRED
    elif getattr(instance, "withdrawal_reason", ""):
        reason = End.WITHDRAWN
    else:
        reason = End.UNPUBLISHED
    publication_ends(instance.pk, reason)


@receiver(pre_delete, sender=Page)
def end_deleted(instance: Page, **_: Any) -> None:
    publication_ends(instance.pk, End.DELETED)


@receiver(post_save, sender=Page)
def follow_move(instance: Page, created: bool, update_fields: Any = None, **_: Any) -> None:
    """Wagtail saves the bare page where it was moved in the tree, and nowhere else."""
    if not created and update_fields is None:
        follow_addresses(instance.path)


@receiver(post_save)
def follow_new_slug(
    sender: type, instance: Any, created: bool, update_fields: Any = None, **_: Any
) -> None:
    if not issubclass(sender, BasePage) or created or update_fields is not None:
        return
    if instance.numchild:
        follow_slug(instance)
