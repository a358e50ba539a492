"""An editor's screens with all institutions, beside the same screens with ten of them."""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from benchmarks.timing import Comparison, milliseconds
from selaras.institutions.models import Institution, Membership
from selaras.pages.models import ArticlePage, SectionPage
from support.people import person
from support.signing_in import complete

Role = Membership.Role
OWN = "kota-bandung"
KEPT = {
    OWN, "kota-surabaya", "kab-merauke", "bnpb", "komdigi", "kemendagri", "jawa-barat", "kpu",
    "aceh", "bali",
}  # fmt: skip
TURNS, ROUNDS = 3, 10
AROUND = {"BEGIN IMMEDIATE", "COMMIT"}  # only where no transaction is open already


@dataclass
class Measured:
    """Processor time of each visit, and the queries of one."""

    times: list[float] = field(default_factory=list)
    queries: int = 0


def comparisons() -> Iterator[Comparison]:
    desk = Client(headers={"host": "redaksi.localhost"})
    user_logged_in.connect(complete)  # with a second factor, as a person signs in
    desk.force_login(person("dewi", OWN, Role.WRITER, Role.APPROVER))
    screens = _screens()
    every = {name: Measured() for name in screens}
    few = {name: Measured() for name in screens}
    for _ in range(TURNS):
        _visit(desk, screens, every)
        with transaction.atomic():
            _leave_ten()
            _visit(desk, screens, few)
            transaction.set_rollback(True)
    for name in screens:
        ours, beside = every[name], few[name]
        yield Comparison(
            f"{name}, 559 institutions: {ours.queries} queries",
            statistics.median(ours.times),
            f"with 10: {beside.queries} queries",
            statistics.median(beside.times),
            statistics.median(ours.times) / statistics.median(beside.times),
            TURNS * ROUNDS,
        )


def _screens() -> dict[str, str]:
    site = Institution.objects.select_related("site__root_page").get(slug=OWN).site
    assert site is not None
    folder = SectionPage.objects.child_of(site.root_page).get(slug="berita")
    page = ArticlePage.objects.child_of(folder).order_by("pk")[0]
    return {
        "editor's first screen": "/admin/",
        "explorer": f"/admin/pages/{folder.pk}/",
        "edit view": f"/admin/pages/{page.pk}/edit/",
        "page chooser": f"/admin/choose-page/{folder.pk}/",
        "page search": "/admin/pages/search/?q=bandung",
    }


def _leave_ten() -> None:
    """For this transaction there are ten institutions, with their pages and nobody else's."""
    roots = Institution.objects.filter(slug__in=KEPT).values_list(
        "site__root_page__path", flat=True
    )
    own = Q()
    for path in roots:
        own |= Q(path__startswith=path)
    Page.objects.filter(depth__gt=1).exclude(own)._raw_delete(connection.alias)
    Institution.objects.exclude(slug__in=KEPT)._raw_delete(connection.alias)
    cache.clear()


def _visit(desk: Client, screens: dict[str, str], measured: dict[str, Measured]) -> None:
    for name, path in screens.items():
        desk.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(path).status_code == 200, path
        # A session writes itself from time to time; the fewest are what the screen asks.
        asked = sum(one["sql"] not in AROUND for one in captured.captured_queries)
        measured[name].queries = min(measured[name].queries or asked, asked)
        times = [milliseconds(lambda path=path: desk.get(path)) for _ in range(ROUNDS)]  # type: ignore[misc]
        measured[name].times += times
