"""Reads: who answers on a host, and who claims it."""

from django.conf import settings
from django.db.models import QuerySet

from selaras.institutions.domains.errors import AmbiguousClaim, UnknownDomain
from selaras.institutions.domains.names import is_host
from selaras.institutions.models import Institution, InstitutionDomain
from selaras.institutions.queries import institution_by_slug


def institution_by_host(host: str) -> Institution | None:
    """The institution that answers on a host, lower-case and without a port; one query.

    That is the host which every institution has, or a domain that it proved to be its own.
    """
    if not is_host(host):
        return None
    if host.endswith(f".{settings.DOMAIN}"):
        slug = host.removesuffix(f".{settings.DOMAIN}")
        return None if "." in slug else institution_by_slug(slug)
    answering = Institution.objects.select_related("region")
    return answering.filter(domains__host=host, domains__verified_at__isnull=False).first()


def claims_on(host: str) -> list[InstitutionDomain]:
    """Every claim on a host, the earliest first. Raises `UnknownDomain` for none."""
    claims = list(all_domains().filter(host=host).order_by("claimed_at", "pk"))
    if not claims:
        raise UnknownDomain(host)
    return claims


def claim_of(host: str, *, slug: str | None = None) -> InstitutionDomain:
    """One institution's claim on a host; the institution may be left out where only one claims.

    Raises `UnknownDomain` or `AmbiguousClaim`.
    """
    claims = [claim for claim in claims_on(host) if slug in (None, claim.institution.slug)]
    if not claims:
        raise UnknownDomain(host)
    if len(claims) > 1:
        raise AmbiguousClaim(claims)
    return claims[0]


def all_domains() -> QuerySet[InstitutionDomain]:
    return InstitutionDomain.objects.select_related("institution")
