"""Domains in each state, proved by a DNS server of our own."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import LazySettings

from selaras.institutions.domains import proof
from selaras.institutions.domains.services import claim_domain, make_canonical, verify_domain
from selaras.institutions.models import Institution, InstitutionDomain
from support.nameserver import NameServer

Claim = Callable[..., InstitutionDomain]
Move = Callable[..., Institution]


@pytest.fixture
def dns_server(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[NameServer]:
    monkeypatch.setattr(proof, "SECONDS_PER_SERVER", 0.2)
    monkeypatch.setattr(proof, "SECONDS_ALTOGETHER", 0.5)
    server = NameServer()
    settings.DNS_SERVERS = [server.address]
    yield server
    server.close()


@pytest.fixture
def bandung(country: None) -> Institution:
    return Institution.objects.get(slug="kota-bandung")


@pytest.fixture
def claim(country: None) -> Claim:
    """Claims a host for an institution, by slug."""

    def make(host: str = "bandung.go.id", slug: str = "kota-bandung") -> InstitutionDomain:
        owner = Institution.objects.get(slug=slug)
        return claim_domain(institution=owner, host=host, actor="uji")

    return make


@pytest.fixture
def prove(claim: Claim, dns_server: NameServer) -> Claim:
    """Claims and proves a host."""

    def make(host: str = "bandung.go.id", slug: str = "kota-bandung") -> InstitutionDomain:
        dns_server.publish(claim(host, slug))
        return verify_domain(host=host, actor="uji")

    return make


@pytest.fixture
def move(prove: Claim) -> Move:
    """Claims, proves, and makes a host canonical."""

    def make(host: str = "bandung.go.id", slug: str = "kota-bandung") -> Institution:
        prove(host, slug)
        return make_canonical(host=host, actor="uji")

    return make
