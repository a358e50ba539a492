"""A country of eleven thousand articles that say a fact."""

from django.utils import timezone

from selaras.embeds.spec import EmbedSpec
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage
from selaras.pages.past.services import record_many

EACH = 20
KEY = "siaga.status"
Address = tuple[str, str]  # host and path


def articles() -> list[Address]:
    """Twenty more on each of the 559 sites; the addresses of those of regencies and cities."""
    embed = EmbedSpec(fact_type(KEY).pk).tag()
    text = "".join(
        f"<p>Paragraf {number} tentang kesiapan warga menghadapi musim hujan: status {embed}.</p>"
        for number in range(1, 9)
    )
    bodies = [{"type": "paragraph", "value": text}]
    sites = Institution.objects.exclude(site=None).select_related("site__root_page", "region")
    made, addresses, now = {}, [], timezone.now()
    for institution in sites.order_by("slug"):
        assert institution.site is not None
        home = institution.site.root_page
        made[home] = [
            ArticlePage(
                title=f"Siaga {number}", draft_title=f"Siaga {number}", slug=f"siaga-{number}",
                lead="Teras.", body=bodies, live=True, locale_id=home.locale_id, dated=now,
                first_published_at=now, last_published_at=now,
            )
            for number in range(EACH)
        ]  # fmt: skip
        if institution.region.level in {"regency", "city"}:
            addresses += [(institution.host, f"/siaga-{number}/") for number in range(EACH)]
    add_children(made)
    record_many(page for pages in made.values() for page in pages)
    return addresses
