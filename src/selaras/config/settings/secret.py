"""Where the signing key comes from: the operator, or in a demonstration a file made once."""

import secrets
from pathlib import Path

from selaras.common import env


def secret_key(data_dir: Path, *, demonstration: bool) -> str:
    """SELARAS_SECRET_KEY; only a demonstration may do without, and then keeps one of its own."""
    if not demonstration:
        return env.text("SELARAS_SECRET_KEY")
    path = data_dir / "demonstration.key"
    try:
        with path.open("x", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        path.chmod(0o600)
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")
