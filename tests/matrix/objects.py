"""Every object that an address can name, for each institution of the cast."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import UploadedFile

from matrix.cast import EVERYBODY, institution
from selaras.accounts.access import CLOSED, rule_of
from selaras.accounts.models import User
from selaras.institutions.models import Invitation, Oversight
from selaras.media.models import Picture
from selaras.pages.models import ArticlePage
from selaras.pages.past.services import record_many
from selaras.review.models import CommentLink, Remark
from support.filling import EDITOR, Objects
from support.strangers import Secrets, keep_secrets


@dataclass(frozen=True)
class Everything(Objects):
    """What `Objects` has, and what needs a step of its own to be there."""

    @cached_property
    def writer(self) -> User:
        return User.objects.get(username=self.word)

    @cached_property
    def published(self) -> ArticlePage:
        """Public, with another title in its next version."""
        return ArticlePage.objects.get(slug="terbit-nanti", path__startswith=self.page.path[:8])

    @cached_property
    def values(self) -> dict[str, Any]:
        about = {
            "subject_kind": "page",
            "subject_key": str(self.page.pk),
            "version": str(self.page.latest_revision_id),
            "fingerprint": "0" * 64,
            "title": self.word,
            "institution": institution(self.slug),
        }
        soon = timezone.now() + timedelta(days=1)
        link = CommentLink.objects.create(
            **about, token_hash=uuid.uuid4().hex, reader=self.word, expires_at=soon
        )
        remark = Remark.objects.create(
            **about, text=self.word, writer_name=self.word, written_by=self.writer
        )
        upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(Picture),
            file=ContentFile(b"x", name="x.png"),
            uploaded_by_user=self.writer,
        )
        session = EditingSession.objects.create(
            user=self.writer,
            content_type=ContentType.objects.get_for_model(ArticlePage),
            object_id=str(self.page.pk),
            last_seen_at=timezone.now(),
        )
        return {
            **super().values,
            "link_id": link.pk,
            "remark_id": remark.pk,
            "uploaded_file_id": upload.pk,
            "session_id": session.pk,
            "app_label": "pages",
            "model_name": "articlepage",
            "object_id": self.page.pk,
            "action_name": "approve",
            "kind": "pengumuman",
            "path": "images/none.png",
            "document_filename": "none.pdf",
            "token": "a" * 43,
            "key": "lihat-situs",
            "uidb36": "1",
            # No review is under way: the views answer that there is none, to their own.
            "task_state_id": 1,
            "task_id": 1,
            "workflow_state_id": 1,
        }

    def address(self, name: str, needed: set[str]) -> str | None:
        """Also of closed routes, whatever they want."""
        if rule_of(name) is CLOSED:
            kwargs = {argument: self.values.get(argument, 1) for argument in needed}
            return reverse(name, kwargs=kwargs, urlconf=EDITOR)
        if name == "wagtail_serve":
            return "/berita/"
        address = super().address(name, needed)
        return f"{address}?id={self.page.pk}" if name == "wagtail_bulk_action" else address

    @cached_property
    def by_route(self) -> dict[str, dict[str, Any]]:
        owner = institution(self.slug)
        soon = timezone.now() + timedelta(days=1)
        invitation = Invitation.objects.create(
            institution=owner,
            invited_by=self.writer,
            name=self.word,
            email=f"{self.word}@contoh.id",
            roles=["writer"],
            created_at=timezone.now(),
            expires_at=soon,
        )
        oversight = Oversight.objects.create(
            viewer=owner, region_id=owner.region_id, valid_from="2022-01-01"
        )
        return {
            **super().by_route,
            "wagtail_bulk_action": {
                "app_label": "wagtailcore",
                "model_name": "page",
                "action": "delete",
            },
            "past_pages:list": {"page_id": self.published.pk},
            "past_pages:show": {"page_id": self.published.pk},
            "people:renew": {"pk": invitation.pk},
            "people:revoke": {"pk": invitation.pk},
            "people:end_oversight": {"pk": oversight.pk},
            "account_reset_password_from_key": {"key": "a-b"},
            "accounts:end_session": {"pk": 1},
            "mfa_remove_webauthn": {"pk": 1},
            "mfa_edit_webauthn": {"pk": 1},
        }


def furnish() -> dict[str, Everything]:
    """Each institution of the cast with all of its objects."""
    secrets: Secrets = keep_secrets(only=EVERYBODY)
    found = {slug: Everything(secrets, slug) for slug in EVERYBODY}
    record_many(one.published for one in found.values())
    return found
