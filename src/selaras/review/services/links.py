"""Links by which somebody without an account reads one version. Only the token opens one."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.ledger.actors import system
from selaras.review.errors import BadLink, LinkClosed
from selaras.review.models import CommentLink
from selaras.review.policies import require_writing
from selaras.review.services.noting import note
from selaras.review.versions import Version

BYTES = 32
LONGEST_TOKEN = 60
MOST_DAYS = 14
MOST_LETTERS = 100
READER = system("tautan-tinjauan")
# A reader who turns back and forth is noted once.
NOTED_AGAIN_AFTER = timedelta(hours=1)


def make_link(*, version: Version, reader: str, days: int, user: User) -> tuple[CommentLink, str]:
    """The link and its token, which nobody can read again. Raises `MayNotSubmit`, `BadLink`."""
    require_writing(user=user, institution=version.institution)
    name = " ".join(reader.split())
    if not 0 < len(name) <= MOST_LETTERS:
        raise BadLink("Tulis nama orang yang Anda undang, paling banyak 100 huruf.")
    if not 1 <= days <= MOST_DAYS:
        raise BadLink(f"Tautan berlaku satu sampai {MOST_DAYS} hari.")
    token = secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        link = CommentLink.objects.create(
            **version.fields,
            title=version.title,
            institution=version.institution,
            token_hash=_hash(token),
            reader=name,
            made_by=user,
            expires_at=timezone.now() + timedelta(days=days),
        )
        note(link, actor=user, action="review.link.make", expires_at=link.expires_at)
    return link, token


def open_link(*, token: str) -> CommentLink:
    """The link that this token opens. Raises `LinkClosed`, which does not say why."""
    if len(token) > LONGEST_TOKEN:
        raise LinkClosed
    found = CommentLink.objects.select_related("institution__region", "institution__site")
    link = found.filter(token_hash=_hash(token)).first()
    if link is None or not link.is_open:
        raise LinkClosed
    now = timezone.now()
    if link.last_used_at is None or link.last_used_at < now - NOTED_AGAIN_AFTER:
        with transaction.atomic():
            link.last_used_at = now
            link.save(update_fields=["last_used_at"])
            note(link, actor=READER, action="review.link.open")
    return link


def revoke_link(*, link: CommentLink, user: User) -> None:
    """Raises `MayNotSubmit`; a link that is revoked already stays so."""
    require_writing(user=user, institution=link.institution)
    with transaction.atomic():
        found = CommentLink.objects.select_for_update().get(pk=link.pk)
        if found.revoked_at is None:
            found.revoked_at = timezone.now()
            found.save(update_fields=["revoked_at"])
            note(found, actor=user, action="review.link.revoke")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
