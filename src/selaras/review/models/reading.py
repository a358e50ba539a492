"""Who else reads a draft: by a link without an account, or with a view over the institution."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from selaras.review.models.base import AboutVersion


class CommentLink(AboutVersion):
    """A link to read and comment on one version. Only the hash of its token is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    reader = models.CharField("nama pembaca", max_length=100)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField("berlaku sampai")
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["subject_kind", "subject_key", "made_at"], name="link_subject")
        ]

    def __str__(self) -> str:
        return f"{self.reader}: {self.title}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at


class Remark(AboutVersion):
    """A comment on a version, or a suggestion: other words for a passage."""

    class State(models.TextChoices):
        OPEN = "open", "terbuka"
        DONE = "done", "ditangani"
        DISMISSED = "dismissed", "diabaikan"

    quote = models.TextField("kutipan", blank=True)
    text = models.TextField("catatan", blank=True)
    replacement = models.TextField("usulan", blank=True)
    link = models.ForeignKey(CommentLink, models.SET_NULL, null=True, related_name="remarks")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    writer_name = models.CharField(max_length=200)
    written_at = models.DateTimeField(default=timezone.now)
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.OPEN)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    handled_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["subject_kind", "subject_key", "state"], name="remark_subject"),
            models.Index(fields=["institution", "state", "written_at"], name="remark_open"),
        ]

    def __str__(self) -> str:
        return f"{self.writer_name}: {self.text or self.replacement}"[:100]

    @property
    def is_suggestion(self) -> bool:
        return bool(self.replacement)
