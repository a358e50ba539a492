"""A DNS server of our own on loopback."""

import socket
import threading
from collections.abc import Callable

import dns.flags
import dns.message
import dns.rcode
import dns.rrset

from selaras.institutions.models import InstitutionDomain

STOP = b"stop"
BrokenAnswer = Callable[[dns.message.Message], bytes | None]


class NameServer:
    """Answers over UDP from `zone`: names with the records they have, as in a zone file."""

    def __init__(self) -> None:
        self.zone: dict[str, list[tuple[str, str]]] = {}
        self.rcode = dns.rcode.NOERROR
        self.broken: BrokenAnswer | None = None
        self.asked: list[str] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.address: tuple[str, int] = self._socket.getsockname()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.sendto(STOP, self.address)
        self._thread.join(timeout=5)

    def publish(self, domain: InstitutionDomain, *more: str) -> None:
        """Publish the proof of a claim, beside other texts."""
        texts = [*more, f"selaras={domain.token}"]
        self.zone[f"_selaras.{domain.host}."] = [("TXT", f'"{text}"') for text in texts]

    def _serve(self) -> None:
        with self._socket:
            while True:
                packet, sender = self._socket.recvfrom(4096)
                if packet == STOP:
                    return
                answer = self._answer(dns.message.from_wire(packet))
                if answer is not None:
                    self._socket.sendto(answer, sender)

    def _answer(self, question: dns.message.Message) -> bytes | None:
        name = str(question.question[0].name)
        self.asked.append(name)
        if self.broken is not None:
            return self.broken(question)
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        answer.set_rcode(self.rcode)
        records = self.zone.get(name)
        if self.rcode == dns.rcode.NOERROR and records is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        for kind, text in records or []:
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, text))
            if kind == "CNAME":
                texts = [found for _, found in self.zone[text]]
                answer.answer.append(dns.rrset.from_text(text, 60, "IN", "TXT", *texts))
        return answer.to_wire()
