"""Named failures of what tells machines."""

from selaras.common.errors import Refused


class HubRefused(Refused):
    """The hub answered that it does not take the message; it will not take it later either."""

    def __init__(self, status: int) -> None:
        super().__init__(
            f"Hub WebSub menolak pemberitahuan dengan status {status}.",
            "Periksa alamat di SELARAS_WEBSUB_HUB.",
        )


class HubUnavailable(Refused):
    """The hub did not answer, or said that it cannot now."""

    permanent = False

    def __init__(self, reason: str) -> None:
        super().__init__(f"Hub WebSub tidak dapat dihubungi: {reason}.", "Dicoba lagi nanti.")
