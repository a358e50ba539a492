"""What audited pages, pictures, documents and reports are called, where they still exist.

The address leads where this reader may go: into the editor for who writes there, otherwise to
what the public sees, or nowhere.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.institutions.standing import WRITING, standing_of
from selaras.ledger.objects import Described, describes
from selaras.media.models import File, Library, Picture
from selaras.pages.models import WrongInformationReport


@describes("page")
def pages(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = list(Page.objects.filter(pk__in=_numbers(keys)))
    roots = {_root(page) for page in found}
    homes = Institution.objects.select_related("site__root_page").filter(
        site__root_page__path__in=roots
    )
    at = {home.site.root_page.path: home for home in homes if home.site}
    return {
        str(page.pk): Described(page.title, _page_url(user, page, at.get(_root(page))))
        for page in found
    }


def _root(page: Page) -> str:
    """The path of the home page that it stands below."""
    path: str = page.path[: 2 * page.steplen]
    return path


def _page_url(user: Any, page: Page, home: Institution | None) -> str:
    if home is None or home.site is None:
        return ""
    if standing_of(user).holds(home, *WRITING):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    below = page.url_path.removeprefix(home.site.root_page.url_path)
    return f"{home.url}/{below}" if page.live else ""


@describes("media.picture")
def pictures(user: Any, keys: list[str]) -> Mapping[str, Described]:
    return _media(user, Picture, keys, "wagtailimages:edit")


@describes("media.file")
def files(user: Any, keys: list[str]) -> Mapping[str, Described]:
    return _media(user, File, keys, "wagtaildocs:edit")


def _media(
    user: Any, model: type[Picture | File], keys: list[str], edit: str
) -> Mapping[str, Described]:
    found = list(model.objects.filter(pk__in=_numbers(keys)))
    libraries = Library.objects.filter(collection__in={one.collection_id for one in found})
    owner = dict(libraries.values_list("collection_id", "institution_id"))
    standing = standing_of(user)
    return {
        str(one.pk): Described(
            one.title,
            reverse(edit, args=[one.pk])
            if standing.holds(owner.get(one.collection_id), *WRITING)
            else "",
        )
        for one in found
    }


@describes("report")
def reports(user: Any, keys: list[str]) -> Mapping[str, Described]:
    standing = standing_of(user)
    return {
        str(one.pk): Described(
            one.number,
            reverse("citizen_reports:handle", args=[one.pk])
            if standing.holds(one.institution_id, *WRITING)
            else "",
        )
        for one in WrongInformationReport.objects.filter(pk__in=_numbers(keys))
    }


def _numbers(keys: list[str]) -> list[int]:
    """Keys as the database has them; an entry may say anything."""
    return [int(key) for key in keys if key.isdecimal()]
