"""To which institution an entry of Wagtail's log belongs."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.institutions.queries import held_at
from selaras.media.models import File, Picture

PAGE = "page"
ACCOUNT = "account"
# Models that the rooms' own services call otherwise.
KINDS = {"accounts.user": ACCOUNT, "institutions.institution": "institution"}

Whose = Callable[[int], QuerySet[Institution]]


def institution_of(entry: PageLogEntry | ModelLogEntry, kind: str) -> str:
    """The slug, or nothing where it is no institution's or of several; one query."""
    if isinstance(entry, PageLogEntry):
        page = entry.page
        own = Institution.objects.filter(site__root_page__path=page.path[: 2 * page.steplen])
    elif kind in _WHOSE and entry.object_id.isdecimal():
        own = _WHOSE[kind](int(entry.object_id))
    else:
        return ""
    slugs = own.order_by("slug").values_list("slug", flat=True).distinct()[:2]
    return slugs[0] if len(slugs) == 1 else ""


def _of_picture(key: int) -> QuerySet[Institution]:
    held = Picture.objects.filter(pk=key).values("collection")
    return Institution.objects.filter(library__collection__in=held)


def _of_file(key: int) -> QuerySet[Institution]:
    held = File.objects.filter(pk=key).values("collection")
    return Institution.objects.filter(library__collection__in=held)


def _of_person(key: int) -> QuerySet[Institution]:
    today = held_at(timezone.now(), "memberships__")
    return Institution.objects.filter(today, memberships__user=key)


_WHOSE: dict[str, Whose] = {
    "media.picture": _of_picture,
    "media.file": _of_file,
    "wagtailcore.collection": lambda key: Institution.objects.filter(library__collection=key),
    "wagtailredirects.redirect": lambda key: Institution.objects.filter(site__redirects=key),
    "wagtailcore.site": lambda key: Institution.objects.filter(site=key),
    "institution": lambda key: Institution.objects.filter(pk=key),
    ACCOUNT: _of_person,
}


def reference_of(key: str) -> str:
    """What the audit calls the person with this account."""
    return str(User.objects.filter(pk=key).values_list("reference", flat=True).first() or "")
