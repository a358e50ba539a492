"""The canonical host is the institution's address, everywhere that an address is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from selaras.institutions.domains.errors import NotProved, ProofMissing, UnknownDomain
from selaras.institutions.domains.queries import claims_on
from selaras.institutions.domains.services import make_canonical, release_domain, verify_domain
from selaras.institutions.models import Institution, InstitutionDomain
from selaras.ledger.models import AuditEntry, Epoch
from support.nameserver import NameServer

Claim = Callable[..., InstitutionDomain]
Move = Callable[..., Institution]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
HOST = "bandung.go.id"
GIVEN = f"kota-bandung.{settings.DOMAIN}"


def addresses(slug: str = "kota-bandung") -> tuple[str, str, list[str]]:
    """Where the canonical host is kept: the institution, Wagtail's site, and the marked rows."""
    found = Institution.objects.select_related("site").get(slug=slug)
    marked = found.domains.filter(canonical=True).values_list("host", flat=True)
    return found.host, found.site.hostname, list(marked)


def audited() -> list[str]:
    entries = AuditEntry.objects.filter(action__startswith="domains.").order_by("at")
    return [entry.action.removeprefix("domains.") for entry in entries]


def epoch() -> int:
    return Epoch.objects.values_list("number", flat=True).first() or 0


def test_a_canonical_domain_is_the_address_everywhere(
    prove: Claim, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    prove()
    Site.get_site_root_paths()
    before = epoch()
    with django_capture_on_commit_callbacks(execute=True):
        institution = make_canonical(host=HOST, actor="uji")
    assert addresses() == (HOST, HOST, [HOST])
    assert institution.url == f"http://{HOST}{settings.PORT_SUFFIX}"
    roots = {path.site_id: path.root_url for path in Site.get_site_root_paths()}
    assert HOST in roots[institution.site_id]
    assert audited()[-1] == "canonical"
    assert epoch() == before + 1
    make_canonical(host=HOST, actor="uji")
    assert audited().count("canonical") == 1


def test_one_domain_at_a_time_is_canonical(move: Move) -> None:
    move("bandung.go.id")
    move("www.bandung.go.id")
    assert addresses() == ("www.bandung.go.id", "www.bandung.go.id", ["www.bandung.go.id"])


def test_the_given_host_can_be_canonical_again(move: Move) -> None:
    move()
    make_canonical(host=GIVEN, actor="uji")
    assert addresses() == (GIVEN, GIVEN, [])
    make_canonical(host=HOST, actor="uji")
    assert addresses() == (HOST, HOST, [HOST])


def test_what_is_not_proved_does_not_become_canonical(claim: Claim) -> None:
    with pytest.raises(UnknownDomain):
        make_canonical(host=HOST, actor="uji")
    claim()
    with pytest.raises(NotProved):
        make_canonical(host=HOST, actor="uji")
    assert addresses() == (GIVEN, GIVEN, [])


def test_a_released_domain_gives_the_address_back(move: Move, prove: Claim) -> None:
    move()
    prove("www.bandung.go.id")
    release_domain(domain=claims_on("www.bandung.go.id")[0], actor="uji")
    assert addresses() == (HOST, HOST, [HOST])
    domain = claims_on(HOST)[0]
    release_domain(domain=domain, actor="uji")
    assert addresses() == (GIVEN, GIVEN, [])
    assert audited()[-2:] == ["release", "canonical"]
    with pytest.raises(UnknownDomain):
        release_domain(domain=domain, actor="uji")


def test_setting_up_again_keeps_own_domains(move: Move) -> None:
    from selaras.institutions.services import load_institutions
    from selaras.portal.services import open_sites

    move()
    load_institutions()
    open_sites()
    assert addresses() == (HOST, HOST, [HOST])


def test_addresses_of_institutions_cost_no_query_of_their_own(move: Move) -> None:
    move()
    with CaptureQueriesContext(connection) as captured:
        urls = {institution.url for institution in Institution.objects.all()}
    assert len(captured) == 1
    assert len(urls) == 559
    assert f"http://{HOST}{settings.PORT_SUFFIX}" in urls


def test_the_database_refuses_one_domain_for_two_institutions() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.filter(slug__endswith="-bandung").update(domain=HOST)


def test_a_proof_that_is_gone_later_does_not_take_a_site_down(
    move: Move, dns_server: NameServer
) -> None:
    move()
    dns_server.zone.clear()
    with pytest.raises(ProofMissing):
        verify_domain(host=HOST, actor="uji")
    assert addresses() == (HOST, HOST, [HOST])
    assert claims_on(HOST)[0].verified_at is not None


def test_a_domain_changes_hands_after_it_was_released(
    claim: Claim, move: Move, dns_server: NameServer
) -> None:
    move()
    release_domain(domain=claims_on(HOST)[0], actor="uji")
    heir = claim(slug="kab-bandung")
    dns_server.publish(heir)
    assert verify_domain(host=HOST, actor="uji") == heir
    make_canonical(host=HOST, actor="uji")
    assert addresses("kab-bandung")[0] == HOST
    assert addresses() == (GIVEN, GIVEN, [])
