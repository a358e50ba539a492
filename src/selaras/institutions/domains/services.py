"""Writes: claiming, proving, making canonical and releasing an institution's own domain."""

import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from selaras.institutions.changing import COUNTRY
from selaras.institutions.domains.errors import (
    NotProved,
    ProofMissing,
    ProofUnavailable,
    TakenHost,
    UnknownDomain,
)
from selaras.institutions.domains.names import ascii_host, own_host
from selaras.institutions.domains.proof import published_texts, record_name, record_text
from selaras.institutions.domains.queries import all_domains, claims_on, institution_by_host
from selaras.institutions.models import Institution, InstitutionDomain
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def claim_domain(*, institution: Institution, host: str, actor: Actor) -> InstitutionDomain:
    """Claim a host; the claim carries the token to publish. Claiming twice changes nothing.

    Raises `InvalidHost`, `ReservedHost`, or `TakenHost` where another institution proved it.
    A claim that another has not proved is no obstacle.
    """
    name = own_host(host)
    with transaction.atomic():
        holder = _holder(name)
        if holder is not None and holder.institution_id != institution.pk:
            raise TakenHost(holder)
        claim, made = InstitutionDomain.objects.get_or_create(
            institution=institution, host=name, defaults={"token": secrets.token_hex(16)}
        )
        if made:
            _record("claim", claim, actor)
    return claim


def verify_domain(*, host: str, actor: Actor) -> InstitutionDomain:
    """Look for the proof of a host and accept the claim whose token is published.

    The DNS is asked outside any transaction. A domain that was proved stays so when its record
    is gone: only releasing ends it. Raises `UnknownDomain`, `ProofMissing`, `TakenHost`, or
    `ProofUnavailable`, which is not permanent; what was found wrong is noted on the claims.
    """
    name = ascii_host(host)
    claims = claims_on(name)
    try:
        claim = _proved(name, claims, published_texts(name))
    except (ProofMissing, ProofUnavailable) as problem:
        _note(claims, problem.problem, actor)
        raise
    try:
        with transaction.atomic():
            _accept(claim)
            _record("verify", claim, actor)
    except IntegrityError:  # another institution's proof was accepted in the meantime
        raise TakenHost(all_domains().get(host=name, verified_at__isnull=False)) from None
    return claim


def make_canonical(*, host: str, actor: Actor) -> Institution:
    """Make a host the one address of its institution; its other hosts redirect there.

    The host is a domain that was proved, or the host that every institution has. Raises
    `InvalidHost`, `UnknownDomain` or `NotProved`. What is canonical already stays unchanged.
    """
    name = ascii_host(host)
    found = institution_by_host(name)
    if found is None:
        claims_on(name)
        raise NotProved(name)
    with transaction.atomic():
        institution = Institution.objects.select_for_update().get(pk=found.pk)
        if institution.host != name:
            _readdress(institution, name)
            _record_address(institution, actor)
    return institution


def release_domain(*, domain: InstitutionDomain, actor: Actor) -> None:
    """Give a host up. Where it was canonical, the institution answers on its given host again."""
    with transaction.atomic():
        institution = Institution.objects.select_for_update().get(pk=domain.institution_id)
        deleted, _ = InstitutionDomain.objects.filter(pk=domain.pk).delete()
        if not deleted:
            raise UnknownDomain(domain.host)
        _record("release", domain, actor)
        if institution.domain == domain.host:
            _readdress(institution, institution.given_host)
            _record_address(institution, actor)


def _holder(host: str) -> InstitutionDomain | None:
    return all_domains().filter(host=host, verified_at__isnull=False).first()


def _proved(host: str, claims: list[InstitutionDomain], texts: set[str]) -> InstitutionDomain:
    """The claim that the records prove: the one accepted before, or the earliest."""
    proved = [claim for claim in claims if record_text(claim.token) in texts]
    if not proved:
        found = "tidak memuat token yang diminta" if texts else "tidak ditemukan"
        wanted = " atau ".join(f'"{record_text(claim.token)}"' for claim in claims)
        raise ProofMissing(
            f"Rekaman TXT di {record_name(host)} {found}.",
            f"Pasang {wanted} di sana. Rekaman baru dapat memerlukan waktu hingga terlihat.",
        )
    holder = next((claim for claim in claims if claim.verified_at), None)
    if holder is not None and holder not in proved:
        raise TakenHost(holder)
    return holder or proved[0]


def _accept(claim: InstitutionDomain) -> None:
    claim.last_checked_at = timezone.now()
    claim.verified_at = claim.verified_at or claim.last_checked_at
    claim.last_problem = ""
    values = {
        name: getattr(claim, name) for name in ("last_checked_at", "verified_at", "last_problem")
    }
    if not InstitutionDomain.objects.filter(pk=claim.pk).update(**values):
        raise UnknownDomain(claim.host)


def _note(claims: list[InstitutionDomain], problem: str, actor: Actor) -> None:
    with transaction.atomic():
        InstitutionDomain.objects.filter(pk__in=[claim.pk for claim in claims]).update(
            last_checked_at=timezone.now(), last_problem=problem[:300]
        )
        for claim in claims:
            _record("check", claim, actor, problem=problem)


def _readdress(institution: Institution, host: str) -> None:
    """Change the canonical host everywhere it is kept, Wagtail's site included."""
    domains = InstitutionDomain.objects.filter(institution=institution)
    domains.filter(canonical=True).update(canonical=False)
    institution.domain = "" if host == institution.given_host else host
    if institution.domain:
        proved = domains.filter(host=host, verified_at__isnull=False)
        if not proved.update(canonical=True):
            raise UnknownDomain(host)
    institution.save(update_fields=["domain"])
    Site.objects.filter(pk=institution.site_id).update(hostname=institution.host)
    advance_epoch(institution.change_key, COUNTRY)
    transaction.on_commit(Site.clear_site_root_paths_cache)


def _record(verb: str, claim: InstitutionDomain, actor: Actor, **details: str) -> None:
    record(
        actor=actor,
        institution=claim.institution.slug,
        action=f"domains.{verb}",
        object_kind="domain",
        object_id=claim.host,
        details=details,
    )


def _record_address(institution: Institution, actor: Actor) -> None:
    record(
        actor=actor,
        institution=institution.slug,
        action="domains.canonical",
        object_kind="institution",
        object_id=institution.slug,
        details={"host": institution.host},
    )
