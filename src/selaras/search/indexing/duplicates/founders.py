"""Which cluster a text belongs to: that of the founder it is like, or one of its own.

Founders and their bands are rows of the database, not of the index: so a change of a cluster is
committed together with the note that its members have to be written again, it costs no engine's
refresh in the middle of a batch, and it is the same whatever engine answers. Texts are compared
with founders only. So a release on 500 sites costs one founder, and no chain of small changes
leads from one text to quite another.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from selaras.search.indexing.batching import batches
from selaras.search.indexing.duplicates.signatures import Signature
from selaras.search.models import Band, Founder

MOST_COMPARED = 20
PARAMETERS = 500


class Founders:
    """Those that some texts may be like, loaded together, and those that are made meanwhile."""

    def __init__(self, signatures: Mapping[str, Signature], members_of: Collection[str]) -> None:
        bands = {value for one in signatures.values() for value in one.bands}
        self._by_band: defaultdict[int, list[str]] = defaultdict(list)
        for some in batches(bands, PARAMETERS):
            rows = Band.objects.filter(value__in=some)
            for value, key in rows.values_list("value", "founder_id"):
                self._by_band[value].append(key)
        met = {key for keys in self._by_band.values() for key in keys}
        self._known = dict(_loaded(met | set(members_of)))
        self._new: dict[str, Signature] = {}

    def founded_otherwise(self, key: str, signature: Signature | None) -> bool:
        """Whether this one founded a cluster with another text than it has now."""
        return key in self._known and self._known[key] != signature

    def forget(self, keys: Collection[str]) -> None:
        Founder.objects.filter(pk__in=keys).delete()
        for key in keys:
            self._known.pop(key, None)

    def cluster_of(self, key: str, signature: Signature, before: str) -> str:
        """It stays where it was while it is like the founder there; else the most alike."""
        for candidate in (before, *self._met(signature)):
            founder = self._known.get(candidate)
            if founder is not None and (candidate == key or signature.is_like(founder)):
                return candidate
        self._found(key, signature)
        return key

    def _met(self, signature: Signature) -> list[str]:
        shared = Counter(key for value in signature.bands for key in self._by_band.get(value, ()))
        return [key for key, _ in shared.most_common(MOST_COMPARED)]

    def _found(self, key: str, signature: Signature) -> None:
        self._known[key] = self._new[key] = signature
        for value in signature.bands:
            self._by_band[value].append(key)

    def save(self) -> None:
        """Write those that were made."""
        Founder.objects.bulk_create(
            Founder(
                key=key,
                minima=one.minima,
                figures=" ".join(sorted(one.figures)),
                place=one.place,
                origin=one.origin,
            )
            for key, one in self._new.items()
        )
        Band.objects.bulk_create(
            Band(founder_id=key, value=value)
            for key, one in self._new.items()
            for value in one.bands
        )


def _loaded(keys: Iterable[str]) -> Iterable[tuple[str, Signature]]:
    for some in batches(sorted(keys), PARAMETERS):
        for row in Founder.objects.filter(pk__in=some):
            figures = frozenset(row.figures.split())
            yield row.pk, Signature(bytes(row.minima), figures, row.place, row.origin)
