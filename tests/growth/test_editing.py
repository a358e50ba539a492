"""An editor's screens ask as much with ten institutions as with all, and with many pages."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.institutions.models import Institution, Membership
from selaras.pages.models import ArticlePage, SectionPage
from selaras.pages.tests.making import article, section
from support.people import person
from support.strangers import keep_secrets

pytestmark = pytest.mark.django_db

Role = Membership.Role
KEPT = {
    "kota-bandung", "kota-surabaya", "kab-merauke", "bnpb", "komdigi", "kemendagri",
    "jawa-barat", "kpu", "aceh", "bali",
}  # fmt: skip
FEW, MANY = 10, 60
# A page shows at most fifty rows, the chooser twenty-five: both show more with sixty.


@pytest.fixture
def desk(country: None) -> Iterator[Client]:
    """At one moment: a session is also written to from time to time."""
    with time_machine.travel(timezone.now(), tick=False):
        client = Client(headers={"host": "redaksi.localhost"})
        client.force_login(person("dewi", "kota-bandung", Role.WRITER, Role.APPROVER))
        yield client


@pytest.fixture
def folder(country: None) -> SectionPage:
    made = section()
    fill(made, range(FEW))
    return made


def fill(folder: SectionPage, numbers: range) -> None:
    """Drafts and published articles, each with a version."""
    for number in numbers:
        article(f"artikel-{number}", SectionPage.objects.get(pk=folder.pk))


def screens(folder: SectionPage) -> dict[str, str]:
    page = ArticlePage.objects.get(slug="artikel-3")
    return {
        "dashboard": "/admin/",
        "explorer": f"/admin/pages/{folder.pk}/",
        "explorer, searching": f"/admin/pages/{folder.pk}/?q=artikel",
        "page search": "/admin/pages/search/?q=artikel",
        "pages of a type": "/admin/pages/usage/pages/articlepage/",
        "edit view": f"/admin/pages/{page.pk}/edit/",
        "page chooser": "/admin/choose-page/",
        "page chooser, folder": f"/admin/choose-page/{folder.pk}/",
        "page chooser, articles": "/admin/choose-page/?page_type=pages.ArticlePage",
        "page chooser, searching": "/admin/choose-page/search/?q=artikel",
        "pictures": "/admin/images/",
        "redirects": "/admin/redirects/",
        "history": f"/admin/pages/{page.pk}/history/",
    }


def counts(desk: Client, folder: SectionPage) -> dict[str, int]:
    for path in screens(folder).values():
        desk.get(path)
    return {name: queries(desk, path) for name, path in screens(folder).items()}


def queries(desk: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(path).status_code == 200, path
    return len(captured)


def test_no_screen_asks_more_for_many_pages(desk: Client, folder: SectionPage) -> None:
    few = counts(desk, folder)
    fill(folder, range(FEW, MANY))
    assert counts(desk, folder) == few


def test_no_screen_asks_more_with_559_institutions(desk: Client, folder: SectionPage) -> None:
    keep_secrets()
    with_all = counts(desk, folder)
    strangers = Institution.objects.exclude(slug__in=KEPT)
    assert strangers.count() > 500
    strangers.delete()
    cache.clear()
    assert counts(desk, folder) == with_all
