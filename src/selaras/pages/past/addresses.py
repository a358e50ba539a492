"""Where pages stand now: the address on the institution's site, and the place in the tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.pages.models import Publication

ROOT = 2 * Page.steplen


@dataclass(frozen=True, slots=True)
class Place:
    institution: Institution
    path: str
    tree_path: str

    def is_of(self, row: Publication) -> bool:
        mine = (self.institution.slug, self.path, self.tree_path)
        return mine == (row.institution, row.path, row.tree_path)


def root_of(tree_path: str) -> str:
    """The tree path of the home page of the site."""
    return tree_path[:ROOT]


def path_inside(url_path: str) -> str:
    """`/kota-bandung/berita/banjir/` is `/berita/banjir/` on the site of Kota Bandung."""
    return f"/{url_path.lstrip('/').partition('/')[2]}"


def places(roots: Iterable[str]) -> dict[int, Place]:
    """Every page of these sites by its key; two queries.

    Made from the slugs: while pages move, the stored address of what is below them lags behind.
    """
    owners = owners_of(roots)
    inside = Q(pk__in=[])
    for root in owners:
        inside |= Q(path__startswith=root)
    found: dict[int, Place] = {}
    above: dict[str, str] = {}
    rows = Page.objects.filter(inside).order_by("path").values_list("pk", "path", "slug")
    for pk, path, slug in rows:
        parent = above.get(path[: -Page.steplen], "")
        above[path] = f"{parent}{slug}/" if len(path) > ROOT else "/"
        found[pk] = Place(owners[root_of(path)], above[path], path)
    return found


def owners_of(tree_paths: Iterable[str]) -> dict[str, Institution]:
    """The institutions on whose sites these pages stand, by the home page's; one query."""
    homes = {root_of(path) for path in tree_paths}
    found = Institution.objects.filter(site__root_page__path__in=homes)
    return {
        owner.site.root_page.path: owner
        for owner in found.select_related("region", "site__root_page")
        if owner.site is not None
    }
