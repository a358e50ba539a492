"""Named failures of alignment in pages."""

from collections.abc import Sequence

from selaras.common.errors import Refused
from selaras.pages.aligning.presenting import Shown

MOST_NAMED = 3


class SaysOtherwise(Refused):
    """A page that differs from facts of which their owners allow no other value."""

    def __init__(self, barring: Sequence[Shown]) -> None:
        named = " ".join(one.located.finding.explanation for one in barring[:MOST_NAMED])
        rest = len(barring) - MOST_NAMED
        more = f" Dan {rest} pernyataan lain." if rest > 0 else ""
        owners = {one.fact.fact_type.owner.short_name for one in barring if one.fact}
        super().__init__(
            f"Halaman ini berbeda dari fakta resmi yang wajib diikuti. {named}{more}",
            "Di naskahnya, ganti pernyataan itu dengan fakta resmi atau nilai yang benar, lalu "
            f"ajukan lagi. Bila faktanya yang keliru, hubungi {' atau '.join(sorted(owners))}.",
        )
