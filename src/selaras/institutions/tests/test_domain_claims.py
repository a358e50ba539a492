"""A domain is claimed by many, proved by one, and the proof decides."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from selaras.institutions.domains import services
from selaras.institutions.domains.errors import (
    ProofMissing,
    ProofUnavailable,
    ReservedHost,
    TakenHost,
    UnknownDomain,
)
from selaras.institutions.domains.services import claim_domain, verify_domain
from selaras.institutions.models import Institution, InstitutionDomain
from selaras.ledger.models import AuditEntry
from support.nameserver import NameServer

Claim = Callable[..., InstitutionDomain]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
HOST = "bandung.go.id"


def audited() -> list[str]:
    entries = AuditEntry.objects.filter(action__startswith="domains.").order_by("at")
    return [entry.action.removeprefix("domains.") for entry in entries]


def test_a_claim_carries_a_token_and_is_made_once(claim: Claim) -> None:
    first, again = claim(" BANDUNG.go.id. "), claim()
    assert first == again
    assert (first.host, first.verified_at, first.canonical) == (HOST, None, False)
    assert first.token == again.token
    assert len(first.token) == 32
    assert claim("www.bandung.go.id").token != first.token
    assert audited() == ["claim", "claim"]


def test_a_reserved_host_leaves_no_claim(claim: Claim) -> None:
    with pytest.raises(ReservedHost):
        claim("kota-bandung.localhost")
    assert InstitutionDomain.objects.count() == 0


def test_a_published_token_proves_a_domain(claim: Claim, dns_server: NameServer) -> None:
    dns_server.publish(claim(), "v=spf1 -all")
    proved = verify_domain(host="Bandung.GO.ID", actor="uji")
    assert proved.verified_at is not None
    proved.refresh_from_db()
    assert proved.verified_at == proved.last_checked_at
    assert audited() == ["claim", "verify"]
    assert not proved.canonical


@pytest.mark.parametrize(
    ("texts", "told"),
    [(None, "tidak ditemukan"), (["selaras=salah", "selaras"], "tidak memuat token")],
)
def test_a_missing_proof_is_permanent_and_noted(
    claim: Claim, dns_server: NameServer, texts: list[str] | None, told: str
) -> None:
    claimed = claim()
    if texts:
        dns_server.zone["_selaras.bandung.go.id."] = [("TXT", f'"{text}"') for text in texts]
    with pytest.raises(ProofMissing) as refusal:
        verify_domain(host=HOST, actor="uji")
    assert refusal.value.permanent
    assert f"selaras={claimed.token}" in refusal.value.remedy
    claimed.refresh_from_db()
    assert told in claimed.last_problem
    assert claimed.last_checked_at is not None
    assert claimed.verified_at is None
    assert audited() == ["claim", "check"]


def test_a_silent_dns_is_temporary_and_noted(claim: Claim, dns_server: NameServer) -> None:
    claimed = claim()
    dns_server.broken = lambda question: None
    with pytest.raises(ProofUnavailable) as refusal:
        verify_domain(host=HOST, actor="uji")
    assert not refusal.value.permanent
    claimed.refresh_from_db()
    assert claimed.last_problem == refusal.value.problem
    dns_server.broken = None
    dns_server.publish(claimed)
    verify_domain(host=HOST, actor="uji")
    claimed.refresh_from_db()
    assert claimed.last_problem == ""


def test_the_dns_is_not_asked_inside_a_transaction(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = claim().token
    outside, seen = list(connection.savepoint_ids), []

    def published(host: str) -> set[str]:
        seen.append(list(connection.savepoint_ids))
        return {f"selaras={token}"}

    monkeypatch.setattr(services, "published_texts", published)
    verify_domain(host=HOST, actor="uji")
    assert seen == [outside]


def test_a_claim_of_another_is_no_obstacle_and_the_proof_decides(
    claim: Claim, dns_server: NameServer
) -> None:
    squatter, owner = claim(slug="kab-bandung"), claim()
    dns_server.publish(owner)
    assert verify_domain(host=HOST, actor="uji") == owner
    squatter.refresh_from_db()
    assert squatter.verified_at is None
    with pytest.raises(TakenHost, match="Kota Bandung"):
        claim(slug="jawa-barat")
    dns_server.publish(squatter)
    with pytest.raises(TakenHost, match="release"):
        verify_domain(host=HOST, actor="uji")


def test_of_two_published_proofs_the_earlier_claim_wins(
    claim: Claim, dns_server: NameServer
) -> None:
    first, second = claim(slug="kab-bandung"), claim()
    dns_server.publish(second, f"selaras={first.token}")
    assert verify_domain(host=HOST, actor="uji") == first


def test_a_proof_that_came_second_is_refused(claim: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    slow, quick = claim(), claim(slug="kab-bandung")

    def published(host: str) -> set[str]:
        InstitutionDomain.objects.filter(pk=quick.pk).update(verified_at=timezone.now())
        return {f"selaras={slow.token}"}

    monkeypatch.setattr(services, "published_texts", published)
    with pytest.raises(TakenHost):
        verify_domain(host=HOST, actor="uji")
    slow.refresh_from_db()
    assert slow.verified_at is None


def test_a_claim_that_was_released_while_the_dns_was_asked_stays_released(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed = claim()

    def published(host: str) -> set[str]:
        InstitutionDomain.objects.all().delete()
        return {f"selaras={claimed.token}"}

    monkeypatch.setattr(services, "published_texts", published)
    with pytest.raises(UnknownDomain):
        verify_domain(host=HOST, actor="uji")
    assert audited() == ["claim"]


@pytest.mark.parametrize(
    "rows",
    [
        [{"canonical": True}],
        [
            {"verified_at": timezone.now(), "canonical": True},
            {"host": "www.bandung.go.id", "verified_at": timezone.now(), "canonical": True},
        ],
        [{"verified_at": timezone.now()}, {"slug": "kab-bandung", "verified_at": timezone.now()}],
        [{}, {}],
    ],
    ids=["canonical without proof", "two canonical", "proved twice", "claimed twice"],
)
def test_the_database_refuses_what_contradicts_itself(rows: list[dict[str, Any]]) -> None:
    def insert() -> None:
        for row in rows:
            owner = Institution.objects.get(slug=row.pop("slug", "kota-bandung"))
            values = {"institution": owner, "host": HOST, "token": "x"} | row
            InstitutionDomain.objects.create(**values)

    with pytest.raises(IntegrityError), transaction.atomic():
        insert()


def test_claiming_a_domain_again_keeps_its_proof(bandung: Institution, prove: Claim) -> None:
    prove()
    again = claim_domain(institution=bandung, host=HOST, actor="uji")
    assert again.verified_at is not None
