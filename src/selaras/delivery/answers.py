"""What goes over the wire: a page filled for now, in each encoding that was asked for."""

import hashlib
from http import HTTPStatus
from time import time

from selaras.delivery.encodings import SMALLEST, encoded
from selaras.delivery.kept import Header, Kept

# A shared cache asks again after a second, and may show what it has only where we do not answer.
FRESH = "public, max-age=0, s-maxage=1, stale-if-error=86400"
MAIN = b"<main "
VARY = ("Vary", "Accept-Encoding")
Wire = tuple[list[Header], list[bytes]]


class Answer:
    """A page with its slots filled. `generation` is that of the state in which it was looked at."""

    __slots__ = (
        "body",
        "etag",
        "generation",
        "headers",
        "page",
        "size",
        "status",
        "values",
        "wires",
    )

    def __init__(
        self, page: Kept, values: tuple[bytes, ...], generation: object, note: bytes = b""
    ) -> None:
        """`note` stands before the content, where a page is told with its age."""
        self.page, self.values, self.generation = page, values, generation
        self.status = f"{page.status} {HTTPStatus(page.status).phrase}"
        self.body = page.filled(values).replace(MAIN, note + MAIN, 1)
        self.etag = hashlib.blake2b(self.body, digest_size=12).hexdigest()
        self.headers = [*page.headers, VARY]
        if page.status == HTTPStatus.OK:
            keys = " ".join(sorted(page.keys)).replace(":", "-")
            self.headers += [("Cache-Control", FRESH), ("Surrogate-Key", keys)]
        self.wires: dict[str, Wire] = {}
        self.size = 2 * len(self.body) + 2_000

    def wire(self, encoding: str) -> Wire:
        """The headers and the body in this encoding; made once."""
        found = self.wires.get(encoding)
        if found is None:
            if len(self.body) < SMALLEST:
                encoding = ""
            body = encoded(self.body, encoding)
            headers = [*self.headers, ("ETag", self.tag(encoding))]
            if encoding:
                headers.append(("Content-Encoding", encoding))
            headers.append(("Content-Length", str(len(body))))
            found = self.wires[encoding] = headers, [body]
        return found

    def tag(self, encoding: str) -> str:
        return f'"{self.etag}-{encoding}"' if encoding else f'"{self.etag}"'

    def is_known_by(self, client: str) -> bool:
        """Whether `If-None-Match` names this content, in whichever encoding."""
        return client.strip() == "*" or f'"{self.etag}' in client

    def unchanged(self, encoding: str) -> list[Header]:
        """The headers of 304."""
        kept = [one for one in self.headers if one[0] not in {"Content-Type", "Content-Length"}]
        return [*kept, ("ETag", self.tag(encoding))]


def aged(headers: list[Header], confirmed_at: float) -> list[Header]:
    """With how long ago it was known to be right, in seconds."""
    age = max(1, int(time() - confirmed_at))
    return [*headers, ("Age", str(age)), ("Warning", '110 - "Response is Stale"')]
