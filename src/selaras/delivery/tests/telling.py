"""Requests to a front, as a server hands them over."""

from dataclasses import dataclass
from typing import Any

from selaras.delivery.front import Front


@dataclass(frozen=True)
class Answered:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def passed_through(self) -> bool:
        return self.status == 299


@dataclass(frozen=True)
class Told:
    front: Front

    def __call__(
        self, host: str, path: str, *, look: bool = True, method: str = "GET", **more: str
    ) -> Answered:
        """The answer now; `look` first at what has changed, as the watcher does all the time."""
        if look:
            self.front.pages.watcher.look()
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "HTTP_HOST": host,
            **more,
        }
        said: list[Any] = []
        body = b"".join(self.front(environ, lambda *given: said.extend(given)))
        return Answered(int(said[0][:3]), dict(said[1]), body)
