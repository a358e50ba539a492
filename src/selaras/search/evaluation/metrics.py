"""The usual measures of a ranking of which some documents are relevant, for one query each."""

import math
from collections.abc import Collection, Mapping, Sequence

DEPTH = 10
MRR, NDCG, RECALL = f"mrr@{DEPTH}", f"ndcg@{DEPTH}", f"recall@{DEPTH}"
METRICS = (MRR, NDCG, RECALL)


def measure(found: Sequence[str], relevant: Collection[str]) -> Mapping[str, float]:
    """All measures of the first `DEPTH` results; each is between 0 and 1.

    An id that is found twice counts once, at its first place.
    """
    ranks = _ranks(list(dict.fromkeys(found))[:DEPTH], relevant)
    ideal = range(1, min(len(relevant), DEPTH) + 1)
    return {
        MRR: 1 / ranks[0] if ranks else 0.0,
        NDCG: _gain(ranks) / _gain(ideal),
        RECALL: len(ranks) / len(relevant),
    }


def _ranks(found: Sequence[str], relevant: Collection[str]) -> list[int]:
    return [rank for rank, one in enumerate(found, start=1) if one in relevant]


def _gain(ranks: Sequence[int]) -> float:
    return math.fsum(1 / math.log2(rank + 1) for rank in ranks)
