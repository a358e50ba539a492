"""What stands before a cluster in production, and what goes wrong there: TLS, a password, answers
that say no, and answers that are lost."""

import base64
import datetime as dt
import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOST = 0


@dataclass
class Proxy:
    """`faults` are given one after the other to changes: a status instead of asking the cluster,
    or LOST: the cluster does what is asked, and nobody hears of it."""

    port: int
    faults: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@contextmanager
def proxy(node: int, letting_in: str, certificate: Path | None = None) -> Iterator[Proxy]:
    """In front of the node at this port; `letting_in` is user:password."""
    wanted = "Basic " + base64.b64encode(letting_in.encode()).decode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            running.asked.append(f"{self.command} {self.path}")
            if self.headers.get("authorization") != wanted:
                self.say(401, b"{}")
                return
            fault = running.faults.pop(0) if "_bulk" in self.path and running.faults else None
            if fault:
                self.say(fault, b"{}")
                return
            status, said = self.forward(body)
            if fault == LOST:
                self.close_connection = True
                return
            self.say(status, said)

        do_GET = do_PUT = do_POST = do_DELETE = answer

        def forward(self, body: bytes) -> tuple[int, bytes]:
            behind = http.client.HTTPConnection("127.0.0.1", node, timeout=30)
            kind = {"content-type": self.headers["content-type"]}
            behind.request(self.command, self.path, body or None, kind)
            answered = behind.getresponse()
            said = answered.read()
            behind.close()
            return answered.status, said

        def say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        running = Proxy(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield running
        server.shutdown()
        thread.join()


def self_signed(path: Path, address: str = "127.0.0.1") -> Path:
    """A certificate for this address, with its key; it is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
