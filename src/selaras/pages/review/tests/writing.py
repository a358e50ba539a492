"""People of Bandung and their drafts, for the tests of review."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.pages.models import ArticlePage
from selaras.pages.review.services import submit
from selaras.pages.tests.making import BANDUNG, home_of
from support.people import person

Role = Membership.Role
EDITORS = {"host": "redaksi.localhost"}
PUBLIC = {"host": "kota-bandung.localhost"}


def writer(name: str = "penulis", institution: str = BANDUNG) -> User:
    return person(name, institution, Role.WRITER)


def approver(name: str = "penyetuju", institution: str = BANDUNG) -> User:
    return person(name, institution, Role.APPROVER)


def emergency(name: str = "darurat", institution: str = BANDUNG) -> User:
    return person(name, institution, Role.WRITER, Role.EMERGENCY)


def draft(
    user: User, slug: str = "naskah", institution: str = BANDUNG, **fields: Any
) -> ArticlePage:
    """An article that this person wrote and that nobody has submitted."""
    given: dict[str, Any] = {
        "title": f"Naskah {slug}",
        "lead": "Teras.",
        "byline": "Redaksi",
        "place": "Bandung",
        "body": [{"type": "paragraph", "value": "<p>Isi naskah.</p>"}],
        "live": False,
        "owner": user,
    }
    page = ArticlePage(slug=slug, **{**given, **fields})
    home_of(institution).add_child(instance=page)
    page.save_revision(user=user)
    return fresh(page)


def fresh(page: ArticlePage) -> ArticlePage:
    """The page as it is stored now."""
    return ArticlePage.objects.get(pk=page.pk)


def submitted(user: User, slug: str = "naskah", **fields: Any) -> ArticlePage:
    page = draft(user, slug, **fields)
    submit(page=page, user=user)
    return fresh(page)


def changed(page: ArticlePage, user: User, **fields: Any) -> ArticlePage:
    """A newer version of it by this person."""
    newest = fresh(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newest, name, value)
    newest.save_revision(user=user)
    return fresh(page)


def client_of(user: User | None) -> Client:
    client = Client(headers=EDITORS)
    if user is not None:
        client.force_login(user)
    return client


def public_status(page: ArticlePage) -> int:
    return Client(headers=PUBLIC).get(f"/{page.slug}/").status_code


def screen(page: ArticlePage, more: str = "") -> str:
    return f"/admin/tinjauan/{page.pk}/{more}"


def place(name: str, *arguments: object) -> str:
    """The address of one of Wagtail's own screens."""
    return reverse(name, urlconf="selaras.config.urls.editor", args=arguments)


def act(page: ArticlePage, user: User, word: str, **given: str) -> Any:
    """What the button on the screen of review sends."""
    client = client_of(user)
    shown = client.get(screen(page))
    seen = shown.context["decision"].initial["seen"] if shown.status_code == 200 else ""
    return client.post(screen(page), {"act": word, "seen": seen, **given})


def an_hour_from_now() -> datetime:
    return timezone.now() + timedelta(hours=1)
