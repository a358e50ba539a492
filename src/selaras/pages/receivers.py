"""Keep the index of uses in step with drafts, publishing, unpublishing and deletion."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from selaras.embeds.models import FactUse
from selaras.embeds.services import forget_uses, note_uses
from selaras.pages.holders import KIND, held, stored_data
from selaras.pages.models import BasePage


@receiver(page_published)
def note_live(instance: Page, **_: Any) -> None:
    if isinstance(instance, BasePage):
        live = held(instance, instance.institution, FactUse.State.LIVE, instance.embedding_data())
        note_uses(holder_kind=KIND, text=live)
        if not instance.has_unpublished_changes:
            forget_uses(holder_kind=KIND, holder_id=str(instance.pk), state=FactUse.State.DRAFT)


@receiver(page_published)
def forget_withdrawal(instance: Page, **_: Any) -> None:
    """What is published again is no longer withdrawn; what is only scheduled still is."""
    if isinstance(instance, BasePage) and instance.live and instance.withdrawal_reason:
        instance.withdrawn_at, instance.withdrawal_reason = None, ""
        type(instance).objects.filter(pk=instance.pk).update(
            withdrawn_at=None, withdrawal_reason=""
        )


@receiver(page_unpublished)
def forget_live(instance: Page, **_: Any) -> None:
    forget_uses(holder_kind=KIND, holder_id=str(instance.pk), state=FactUse.State.LIVE)


@receiver(post_save, sender=Revision)
def note_draft(instance: Revision, **_: Any) -> None:
    """Saving a draft writes or overwrites the newest revision; older ones stay as they were."""
    newer = Revision.objects.filter(
        base_content_type=instance.base_content_type,
        object_id=instance.object_id,
        created_at__gt=instance.created_at,
    )
    page = instance.content_object
    if isinstance(page, BasePage) and not newer.exists():
        draft = held(page, page.institution, FactUse.State.DRAFT, stored_data(instance.content))
        note_uses(holder_kind=KIND, text=draft)


@receiver(post_delete)
def forget_deleted(sender: type, instance: Any, **_: Any) -> None:
    if issubclass(sender, BasePage):
        forget_uses(holder_kind=KIND, holder_id=str(instance.pk))
