"""The objector has opened the answer: the inbox asks no more."""

from django.utils import timezone

from selaras.accounts.models import User
from selaras.facts.models import Objection
from selaras.facts.objections.policies import may_file_for


def mark_answer_read(*, objection: Objection, user: User) -> None:
    """Once, by somebody for whom the answer lies in the inbox; for others nothing happens."""
    unread = objection.is_answered and objection.answer_read_at is None
    if unread and may_file_for(user, objection.objector_id):
        Objection.objects.filter(pk=objection.pk, answer_read_at=None).update(
            answer_read_at=timezone.now()
        )
