"""A server that runs in a process of its own."""

import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass

from support import databases


@dataclass(frozen=True)
class RunningServer:
    """A server in a process of its own; `env` runs commands against the same database."""

    port: int
    env: dict[str, str]

    def url(self, host: str, path: str = "/") -> str:
        """The address of a path on `localhost` or on a subdomain of it."""
        name = "localhost" if host in ("", "localhost") else f"{host}.localhost"
        return f"http://{name}:{self.port}{path}"

    def get(self, host: str, path: str = "/") -> tuple[int, str]:
        """Status and body, without a browser."""
        name = "localhost" if host in ("", "localhost") else f"{host}.localhost"
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Host": f"{name}:{self.port}"}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def selaras(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the console command against the server's database."""
        return databases.run(list(arguments), self.env)
