"""The commands about own domains, from the claim to the release."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.institutions.domains.cli import domains
from selaras.institutions.domains.errors import AmbiguousClaim, ProofMissing, UnknownDomain
from selaras.institutions.models import InstitutionDomain
from selaras.ledger.models import AuditEntry
from support.nameserver import NameServer

Claim = Callable[..., InstitutionDomain]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(domains, arguments, catch_exceptions=False)


def listed() -> list[dict[str, str]]:
    return [json.loads(line) for line in run("list", "--json").stdout.splitlines()]


def test_a_domain_goes_all_the_way(dns_server: NameServer) -> None:
    told = run("claim", "kota-bandung", "Bandung.go.id").stdout
    token = InstitutionDomain.objects.get().token
    assert f'_selaras.bandung.go.id. TXT "selaras={token}"' in told
    with pytest.raises(ProofMissing):
        run("verify", "bandung.go.id")
    dns_server.publish(InstitutionDomain.objects.get())
    assert "canonical bandung.go.id" in run("verify", "bandung.go.id").stdout
    assert "http://bandung.go.id" in run("canonical", "bandung.go.id").stdout
    assert "canonical bandung.go.id" not in run("verify", "bandung.go.id").stdout
    assert run("list").stdout == "bandung.go.id\tkota-bandung\tcanonical\n"
    assert "kota-bandung.localhost" in run("canonical", "kota-bandung.localhost").stdout
    assert "dilepaskan" in run("release", "bandung.go.id").stdout
    assert run("list").stdout == ""
    actors = set(AuditEntry.objects.filter(object_id="bandung.go.id").values_list("actor"))
    assert actors == {("perintah",)}


def test_a_claim_is_printed_as_json() -> None:
    row = json.loads(run("claim", "kota-bandung", "bandung.go.id", "--json").stdout)
    assert (row["host"], row["institution"], row["state"]) == (
        "bandung.go.id", "kota-bandung", "claimed",
    )  # fmt: skip
    assert row["record_name"] == "_selaras.bandung.go.id"
    assert row["record_text"].startswith("selaras=")
    assert listed() == [row]


def test_what_was_wrong_is_listed(claim: Claim, dns_server: NameServer) -> None:
    claim()
    with pytest.raises(ProofMissing):
        run("verify", "bandung.go.id")
    assert "tidak ditemukan" in listed()[0]["last_problem"]
    assert run("list").stdout.rstrip().endswith("tidak ditemukan.")


def test_an_unknown_institution_claims_nothing() -> None:
    done = run("claim", "tidak-ada", "bandung.go.id")
    assert done.exit_code == 1
    assert "tidak-ada" in done.stderr


def test_one_of_several_claims_is_released_by_name(claim: Claim) -> None:
    claim()
    claim(slug="kab-bandung")
    with pytest.raises(AmbiguousClaim, match="kota-bandung"):
        run("release", "bandung.go.id")
    with pytest.raises(UnknownDomain):
        run("release", "bandung.go.id", "--institution", "komdigi")
    run("release", "bandung.go.id", "--institution", "kota-bandung")
    assert [row["institution"] for row in listed()] == ["kab-bandung"]


def test_listing_ten_more_domains_takes_no_more_queries(claim: Claim) -> None:
    claim()
    with CaptureQueriesContext(connection) as few:
        assert len(listed()) == 1
    for number in range(10):
        claim(f"d{number}.go.id")
    with CaptureQueriesContext(connection) as many:
        assert len(listed()) == 11
    assert len(many) == len(few)
