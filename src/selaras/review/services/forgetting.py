"""A subject that is gone leaves nothing here; the audit keeps what was done."""

from django.db import transaction

from selaras.review.models import CommentLink, EmergencyPublication, Remark, Round
from selaras.review.versions import Subject


def forget_subject(*, subject: Subject) -> None:
    """Its rounds, emergencies, links and remarks: nobody is asked about it any more."""
    with transaction.atomic():
        for model in (Remark, CommentLink, EmergencyPublication, Round):
            rows = model._default_manager.filter(subject_kind=subject.kind)
            rows.filter(subject_key=subject.key).delete()
