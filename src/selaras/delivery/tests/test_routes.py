"""Every page of the public hosts is kept, or it is said why not."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from selaras.delivery.routes import KEPT

# Machines, files and frames answer with tags and times of their own.
BY_THEMSELVES = {
    "alerts", "api", "search:suggestions", "search:feed", "search:description",
    "machines", "proof", "sematan", "elsewhere", "media", "announcements:json",
    "tallies:csv", "tallies:json", "tallies:oembed", "tallies:embed", "tallies:version",
    "portal:centres", "portal:summary",
}  # fmt: skip
FOR_ONE_PERSON = {
    "pages:report", "pages:report_thanks", "search:results", "search:picked", "portal:find_region",
    "wagtailcore_authenticate_with_password", "wagtailcore_login", "wagtaildocs_serve",
}  # fmt: skip
SELDOM = {"portal:proof", "style:guide"}
PUBLIC = ("portal", "institution")


def names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> set[str]:
    found = set()
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{prefix}{one.namespace}:" if one.namespace else prefix
            found |= names(one.url_patterns, space)
        elif one.name:
            found.add(f"{prefix}{one.name}")
    return found


def test_every_public_route_is_kept_or_named_here() -> None:
    existing = set()
    for kind in PUBLIC:
        existing |= names(get_resolver(settings.HOST_URLCONFS[kind]).url_patterns)
    assert existing >= KEPT.keys()
    named = {name for name in existing if {name, name.partition(":")[0]} & BY_THEMSELVES}
    assert existing - KEPT.keys() - named == FOR_ONE_PERSON | SELDOM
