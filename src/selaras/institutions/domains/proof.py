"""Proof of ownership: a TXT record that only who controls the domain's DNS can publish."""

import dns.exception
import dns.resolver
from django.conf import settings
from dns.nameserver import Do53Nameserver

from selaras.institutions.domains.errors import ProofUnavailable
from selaras.institutions.domains.names import PROOF_LABEL

SECONDS_PER_SERVER = 2.0
SECONDS_ALTOGETHER = 6.0


def record_name(host: str) -> str:
    """Where the record stands: `_selaras.bandung.go.id`."""
    return f"{PROOF_LABEL}.{host}"


def record_text(token: str) -> str:
    """What the record says."""
    return f"selaras={token}"


def published_texts(host: str) -> set[str]:
    """What the TXT records at the proof's name say; empty where the DNS says there are none.

    Raises `ProofUnavailable` where no server answered in time, or none could tell.
    """
    try:
        answer = _resolver().resolve(
            f"{record_name(host)}.", "TXT", search=False, lifetime=SECONDS_ALTOGETHER
        )
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return set()
    except dns.exception.DNSException as error:
        raise ProofUnavailable(
            f"DNS tidak dapat ditanya tentang {record_name(host)}.",
            "Gangguan ini sementara: coba lagi beberapa menit kemudian.",
        ) from error
    # One record may be cut into strings of 255 bytes, which are read as one (RFC 7208 3.3).
    return {b"".join(row.strings).decode("utf-8", "replace").strip() for row in answer}


def _resolver() -> dns.resolver.Resolver:
    resolver = dns.resolver.Resolver(configure=not settings.DNS_SERVERS)
    if settings.DNS_SERVERS:
        resolver.nameservers = [Do53Nameserver(*server) for server in settings.DNS_SERVERS]
    resolver.timeout = SECONDS_PER_SERVER
    return resolver
