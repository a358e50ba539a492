"""Institutions typed one by one: by name, short name, address word, or the region's name."""

from functools import cached_property

from selaras.announcements.instructing.addressing import Resolver
from selaras.announcements.instructing.errors import BadAddressees
from selaras.common.errors import Flaw, Refused
from selaras.institutions.models import Institution
from selaras.institutions.queries import NATIONAL, gazetteer
from selaras.language.gazetteer import Gazetteer, PlaceError, UnknownPlace

MOST_LINES = 1000
MOST_SHOWN = 80
EXAMPLE = 'Tulis nama instansi, alamat situsnya seperti "kota-bandung", atau nama wilayahnya.'


class Reader:
    """Reads lines for one issuer; four queries at most, however many lines there are."""

    def __init__(self, issuer: Institution) -> None:
        self.resolver = Resolver(issuer)
        self.by_name: dict[str, list[Institution]] = {}
        self.by_region: dict[str, list[Institution]] = {}
        for one in Institution.objects.select_related("region", "successor").order_by("pk"):
            for name in {one.slug, one.name, one.short_name, one.host}:
                self.by_name.setdefault(name.casefold(), []).append(one)
            if one.region_id != NATIONAL:
                self.by_region.setdefault(one.region_id, []).append(one)

    @cached_property
    def places(self) -> Gazetteer:
        return gazetteer()

    def read(self, text: str) -> tuple[str, ...]:
        """The slugs, in the order in which they were written. Raises `BadAddressees`."""
        lines = [" ".join(line.split()) for line in text.splitlines()]
        if len(lines) > MOST_LINES:
            raise BadAddressees(
                "Daftar penerima terlalu panjang.",
                [Flaw(0, "", f"{len(lines)} baris.", f"Paling banyak {MOST_LINES} baris.")],
            )
        found: dict[str, int] = {}
        flaws = []
        for number, line in enumerate(lines, start=1):
            flaw = self._take(line, number, found) if line else None
            if flaw:
                flaws.append(flaw)
        if flaws:
            raise BadAddressees("Sebagian penerima tidak dapat dipakai.", flaws)
        return tuple(found)

    def _take(self, line: str, number: int, found: dict[str, int]) -> Flaw | None:
        try:
            institution = self._meant(line)
        except UnknownPlace as unknown:
            problem = f'Tidak ada instansi atau wilayah "{line[:MOST_SHOWN]}".'
            return Flaw(number, line, problem, unknown.remedy if unknown.suggestions else EXAMPLE)
        except (PlaceError, Refused) as refused:
            return Flaw(number, line, refused.problem, refused.remedy)
        reason = self.resolver.why_not(institution)
        if reason:
            return Flaw(number, line, f"{institution.name}: {reason}.", _instead(institution))
        if institution.slug in found:
            before = found[institution.slug]
            return Flaw(
                number,
                line,
                f"{institution.name} sudah ada di baris {before}.",
                "Hapus salah satu.",
            )
        found[institution.slug] = number
        return None

    def _meant(self, line: str) -> Institution:
        named = self.by_name.get(line.casefold(), [])
        if not named:
            named = self.by_region.get(self.places.resolve(line).code, [])
        standing = [one for one in named if not one.is_dissolved(self.resolver.day)]
        if not named:
            raise Refused(f'Tidak ada instansi untuk "{line}".', EXAMPLE)
        return (standing or named)[0]


def _instead(institution: Institution) -> str:
    if institution.dissolved_on and institution.successor:
        return f'Tulis penerusnya, "{institution.successor.slug}", atau hapus baris ini.'
    return "Hapus baris ini."
