"""Named failures of own domains."""

from collections.abc import Iterable

from selaras.common.errors import Refused
from selaras.institutions.models import InstitutionDomain


class InvalidHost(Refused):
    """What was typed is not the name of a host."""


class ReservedHost(Refused):
    """A host of the service itself cannot be an institution's own."""


class TakenHost(Refused):
    """Another institution has proved that the host is its own."""

    def __init__(self, holder: InstitutionDomain) -> None:
        super().__init__(
            f"{holder.host} sudah terbukti milik {holder.institution.name}.",
            f"Bila sudah berpindah tangan, lepaskan dahulu: "
            f"selaras domains release {holder.host} --institution {holder.institution.slug}",
        )


class UnknownDomain(Refused):
    """Nobody claims the host."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Tidak ada instansi yang mendaftarkan {host}.",
            f"Daftarkan dahulu: selaras domains claim INSTANSI {host}",
        )


class AmbiguousClaim(Refused):
    """Several institutions claim the host and none was named."""

    def __init__(self, claims: Iterable[InstitutionDomain]) -> None:
        slugs = [claim.institution.slug for claim in claims]
        super().__init__(
            f"Domain ini didaftarkan oleh {len(slugs)} instansi: {', '.join(slugs)}.",
            f"Sebutkan salah satu, misalnya --institution {slugs[0]}",
        )


class NotProved(Refused):
    """A host whose ownership is not proved yet cannot become an address."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Kepemilikan {host} belum terbukti.",
            f"Buktikan dahulu: selaras domains verify {host}",
        )


class ProofMissing(Refused):
    """The DNS answered, and the proof is not there: it has to be published first."""


class ProofUnavailable(Refused):
    """The DNS did not answer; the same question may succeed later."""

    permanent = False
