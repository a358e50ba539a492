"""The proof is read from a real DNS server, and every answer it may give has a meaning."""

import time

import dns.message
import dns.rcode
import pytest
from django.conf import LazySettings

from selaras.institutions.domains.errors import ProofUnavailable
from selaras.institutions.domains.proof import published_texts
from support.nameserver import BrokenAnswer, NameServer

NAME = "_selaras.bandung.go.id."


def test_all_texts_at_the_name_are_read(dns_server: NameServer) -> None:
    dns_server.zone[NAME] = [("TXT", '"selaras=abc"'), ("TXT", '"v=spf1 -all"')]
    assert published_texts("bandung.go.id") == {"selaras=abc", "v=spf1 -all"}
    assert dns_server.asked == [NAME]


def test_a_record_that_is_cut_into_strings_is_read_as_one(dns_server: NameServer) -> None:
    dns_server.zone[NAME] = [("TXT", '"selaras=" "abc " ""')]
    assert published_texts("bandung.go.id") == {"selaras=abc"}


def test_bytes_that_are_no_text_are_read_all_the_same(dns_server: NameServer) -> None:
    dns_server.zone[NAME] = [("TXT", r'"\255\254"')]
    assert published_texts("bandung.go.id") == {"��"}


def test_a_proof_may_be_kept_under_another_name(dns_server: NameServer) -> None:
    dns_server.zone[NAME] = [("CNAME", "bukti.dinas.go.id.")]
    dns_server.zone["bukti.dinas.go.id."] = [("TXT", '"selaras=abc"')]
    assert published_texts("bandung.go.id") == {"selaras=abc"}


@pytest.mark.parametrize("zone", [{}, {NAME: []}], ids=["no name", "no text"])
def test_a_dns_that_knows_no_proof_is_an_answer(
    dns_server: NameServer, zone: dict[str, list[tuple[str, str]]]
) -> None:
    dns_server.zone = zone
    assert published_texts("bandung.go.id") == set()


@pytest.mark.parametrize("rcode", [dns.rcode.SERVFAIL, dns.rcode.REFUSED, dns.rcode.NOTIMP])
def test_a_server_that_cannot_tell_is_a_passing_trouble(
    dns_server: NameServer, rcode: dns.rcode.Rcode
) -> None:
    dns_server.rcode = rcode
    with pytest.raises(ProofUnavailable, match="coba lagi") as refusal:
        published_texts("bandung.go.id")
    assert refusal.value.permanent is False


BROKEN: dict[str, BrokenAnswer] = {
    "silence": lambda question: None,
    "noise": lambda question: b"\xff" * 40,
    "an answer to nothing": lambda question: b"x",
    "the question itself": lambda question: question.to_wire(),
    "a cut answer": lambda question: dns.message.make_response(question).to_wire()[:-3],
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_server_is_given_up_in_time(dns_server: NameServer, kind: str) -> None:
    dns_server.broken = BROKEN[kind]
    begun = time.monotonic()
    with pytest.raises(ProofUnavailable):
        published_texts("bandung.go.id")
    assert time.monotonic() - begun < 3


def test_the_next_server_is_asked_when_one_fails(
    dns_server: NameServer, settings: LazySettings
) -> None:
    dns_server.zone[NAME] = [("TXT", '"selaras=abc"')]
    nobody = ("127.0.0.1", 1)
    settings.DNS_SERVERS = [nobody, dns_server.address]
    assert published_texts("bandung.go.id") == {"selaras=abc"}
    settings.DNS_SERVERS = [nobody]
    with pytest.raises(ProofUnavailable):
        published_texts("bandung.go.id")
