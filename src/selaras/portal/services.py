"""Open the sites: a home page and a Wagtail site for every institution that has none."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from selaras.institutions.models import Institution, Region
from selaras.ledger.services import told_here
from selaras.pages.bulk import add_children
from selaras.pages.past.services import record_many
from selaras.portal.models import HomePage


def open_sites() -> int:
    """Give each institution without a site its home page and its site; returns how many.

    The tree is flat: all home pages stand directly below the root, so that a permission on one
    institution's pages never reaches another's.
    """
    _readdress()
    without = list(Institution.objects.filter(site__isnull=True).select_related("region"))
    with transaction.atomic():
        _remove_welcome_page()
        root = Page.get_first_root_node()
        homes = [_home(institution) for institution in without]
        add_children({root: homes})
        sites = Site.objects.bulk_create(
            [
                Site(
                    hostname=institution.host,
                    port=settings.PORT,
                    site_name=institution.short_name,
                    root_page_id=home.pk,
                )
                for institution, home in zip(without, homes, strict=True)
            ]
        )
        for institution, site in zip(without, sites, strict=True):
            institution.site = site
        Institution.objects.bulk_update(without, ["site"], batch_size=200)
        record_many(homes)
    Site.clear_site_root_paths_cache()
    return len(without)


def _readdress() -> None:
    """Follow the settings where the domain or the port has changed."""
    sites = []
    for institution in Institution.objects.select_related("site"):
        site, address = institution.site, (institution.host, settings.PORT)
        if site is not None and (site.hostname, site.port) != address:
            site.hostname, site.port = address
            sites.append(site)
    Site.objects.bulk_update(sites, ["hostname", "port"], batch_size=200)


def _home(institution: Institution) -> HomePage:
    now = timezone.now()
    return HomePage(
        title=institution.name,
        draft_title=institution.name,
        slug=institution.slug,
        lead=_lead(institution),
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(HomePage),
        first_published_at=now,
        last_published_at=now,
    )


def _lead(institution: Institution) -> str:
    if institution.region.level == Region.Level.NATIONAL:
        return f"Informasi resmi dari {institution.name}."
    return f"Informasi resmi pemerintah untuk warga {institution.region.full_name}."


def _remove_welcome_page() -> None:
    """Wagtail's migrations make a default site with a page that greets developers.

    Nobody did anything: the audit of a new installation begins empty.
    """
    Site.objects.filter(institution__isnull=True).delete()
    for page in Page.objects.filter(depth=2, content_type__model="page", slug="home"):
        with told_here():
            page.delete()
