"""Every entry of Wagtail's own log is told to the audit, in Wagtail's transaction if it has one.

Not told twice: what a service of ours records itself (it says so by `told_here`), and saving
again into the same version, which an open editor does every few seconds.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ModelLogEntry, PageLogEntry

from selaras.accounts.models import User
from selaras.ledger.actors import Actor, system
from selaras.ledger.services import is_told_here, record
from selaras.pages.auditing.whose import ACCOUNT, KINDS, PAGE, institution_of, reference_of

LogEntry = PageLogEntry | ModelLogEntry
WAGTAIL = system("wagtail")
AGAIN = "wagtail.edit"
# Kinds whose title is no personal data; what others are called is not told.
TITLED = {PAGE, "media.picture", "media.file", "wagtailredirects.redirect", "wagtailcore.site"}


@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def tell_audit(instance: LogEntry, created: bool, raw: bool = False, **_: Any) -> None:
    if not created or raw or is_told_here() or _saved_again(instance):
        return
    kind, key = _object_of(instance)
    data = dict(instance.data)
    reason = data.pop("comment", "") if isinstance(data.get("comment"), str) else ""
    title = {"title": instance.label} if kind in TITLED else {}
    with transaction.atomic():
        record(
            actor=_actor_of(instance),
            institution=institution_of(instance, kind),
            action=instance.action,
            object_kind=kind,
            object_id=reference_of(key) if kind == ACCOUNT else key,
            revision=str(instance.revision_id or ""),
            reason=reason,
            details=title | _without_words(data),
        )


def _saved_again(entry: LogEntry) -> bool:
    if entry.action != AGAIN or entry.revision_id is None or entry.uuid is None:
        return False
    same = type(entry).objects.filter(
        uuid=entry.uuid, action=entry.action, revision=entry.revision_id
    )
    return bool(same.exclude(pk=entry.pk).exists())


def _object_of(entry: LogEntry) -> tuple[str, str]:
    if isinstance(entry, PageLogEntry):
        return PAGE, str(entry.page_id)
    content_type = entry.content_type
    label = f"{content_type.app_label}.{content_type.model}" if content_type else "unknown"
    return KINDS.get(label, label), entry.object_id


def _actor_of(entry: LogEntry) -> Actor:
    return entry.user if entry.user_id and isinstance(entry.user, User) else WAGTAIL


def _without_words(data: dict[str, Any]) -> dict[str, Any]:
    """Without the words of comments: people write of people there, and entries stay for good."""
    return {
        name: {key: inner for key, inner in value.items() if key != "text"}
        if name in {"comment", "reply"} and isinstance(value, dict)
        else value
        for name, value in data.items()
    }
