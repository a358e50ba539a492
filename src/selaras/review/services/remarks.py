"""Comments on a version, and suggestions: other words for a passage."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.ledger.actors import Actor
from selaras.review.errors import EmptyRemark, TooLong, TooManyRemarks
from selaras.review.events import Remarked
from selaras.review.models import CommentLink, Remark
from selaras.review.policies import require_reading, require_writing
from selaras.review.services.links import READER
from selaras.review.services.noting import note
from selaras.review.versions import Version

MOST_LETTERS = 4_000
LINK_SENDS = 20  # in ten minutes
PACE = timedelta(minutes=10)


def remark(
    *, version: Version, user: User, text: str, quote: str = "", replacement: str = ""
) -> Remark:
    """By somebody who may read it. Raises `MayNotRead`, `EmptyRemark` or `TooLong`."""
    require_reading(user=user, institution=version.institution)
    words = _words(text, quote, replacement)
    name = user.get_full_name() or user.get_username()
    row = Remark(
        **version.fields,
        title=version.title,
        institution=version.institution,
        written_by=user,
        writer_name=name,
        **words,
    )
    return _write(row, actor=user)


def remark_by_link(*, link: CommentLink, text: str, quote: str = "") -> Remark:
    """By who was invited, under the name that the inviter gave; on the version of the link.

    Raises `EmptyRemark`, `TooLong` or `TooManyRemarks`.
    """
    words = _words(text, quote, "")
    recent = Remark.objects.filter(link=link, written_at__gt=timezone.now() - PACE)
    if recent.count() >= LINK_SENDS:
        raise TooManyRemarks
    row = Remark(
        subject_kind=link.subject_kind,
        subject_key=link.subject_key,
        version=link.version,
        fingerprint=link.fingerprint,
        title=link.title,
        institution=link.institution,
        link=link,
        writer_name=link.reader,
        **words,
    )
    return _write(row, actor=READER)


def handle_remark(*, found: Remark, taken: bool, user: User) -> None:
    """Say that it was taken into the text, by hand, or that it is dismissed."""
    require_writing(user=user, institution=found.institution)
    with transaction.atomic():
        row = Remark.objects.select_for_update().get(pk=found.pk)
        row.state = Remark.State.DONE if taken else Remark.State.DISMISSED
        row.handled_by, row.handled_at = user, timezone.now()
        row.save(update_fields=["state", "handled_by", "handled_at"])
        note(row, actor=user, action="review.remark.handle", state=row.state)


def _words(text: str, quote: str, replacement: str) -> dict[str, str]:
    words = {"text": text.strip(), "quote": quote.strip(), "replacement": replacement.strip()}
    if not words["text"] and not (words["quote"] and words["replacement"]):
        raise EmptyRemark
    longest = max(map(len, words.values()))
    if longest > MOST_LETTERS:
        raise TooLong(longest, MOST_LETTERS)
    return words


def _write(row: Remark, *, actor: Actor) -> Remark:
    with transaction.atomic():
        row.save()
        note(row, actor=actor, action="review.remark", suggestion=row.is_suggestion)
        emit(Remarked(row.pk))
    return row
