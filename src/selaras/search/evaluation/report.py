"""What was measured, as one object for programs and as a table for people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from selaras.search.evaluation.asked import Queries
from selaras.search.evaluation.comparing import SAMPLES, SEED, Difference, differences
from selaras.search.evaluation.corpus import Corpus
from selaras.search.evaluation.measuring import Measured
from selaras.search.evaluation.metrics import METRICS

_DIGITS = 4


def report(
    corpus: Corpus, queries: Queries, measured: Sequence[Measured], first: str
) -> Mapping[str, Any]:
    """The object that docs/reference/search-evaluation.md describes; `first` is compared with all
    others where it ran."""
    ran = {one.name: one for one in measured if one.scores is not None}
    ours = ran.get(first)
    others = [one for one in ran.values() if one is not ours]
    return {
        "documents": len(corpus.documents),
        "queries": len(queries.asked),
        "repeated_documents": corpus.repeated,
        "undated_documents": corpus.undated,
        "repeated_queries": queries.repeated,
        "unknown_relevant": queries.unknown,
        "unanswerable_queries": queries.unanswerable,
        "systems": {one.name: _system(one, len(corpus.documents)) for one in ran.values()},
        "not_run": {one.name: one.reason for one in measured if one.scores is None},
        "comparison": _comparison(ours, others) if ours and others else None,
    }


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The same in a table whose columns are separated by tabs."""
    yield f"{told['documents']} dokumen, {told['queries']} kueri"
    yield from _warnings(told)
    yield "\t".join(("sistem", *METRICS, "kueri/detik", "dokumen/detik", "tanpa hasil", "susunan"))
    for name, one in told["systems"].items():
        figures = [f"{one[metric]:.4f}" for metric in METRICS]
        speeds = [f"{one['queries_per_second']:.0f}", f"{one['documents_per_second']:.0f}"]
        yield "\t".join((name, *figures, *speeds, str(one["without_result"]), one["setup"]))
    for name, reason in told["not_run"].items():
        yield f"{name}\ttidak dijalankan: {reason}"
    for name, by_metric in ((told["comparison"] or {}).get("against") or {}).items():
        for metric, one in by_metric.items():
            span = f"{one['mean']:+.4f} (95 %: {one['low']:+.4f} … {one['high']:+.4f})"
            counts = f"lebih baik {one['better']}, lebih buruk {one['worse']}, sama {one['same']}"
            yield f"{told['comparison']['of']} − {name}\t{metric}\t{span}\t{counts}"


def _warnings(told: Mapping[str, Any]) -> Iterator[str]:
    for key, words in {
        "repeated_documents": "dokumen tertulis lebih dari sekali",
        "undated_documents": "dokumen bertanggal yang tidak terbaca, diukur tanpa tanggal",
        "repeated_queries": "kueri tertulis lebih dari sekali",
        "unknown_relevant": "id relevan tidak ada dalam kumpulan dokumen",
        "unanswerable_queries": "kueri tidak mungkin terjawab karena itu, dan tetap dihitung",
    }.items():
        if told[key]:
            yield f"Perhatian: {told[key]} {words}."


def _system(one: Measured, documents: int) -> Mapping[str, Any]:
    return {
        **{metric: round(one.mean(metric), _DIGITS) for metric in METRICS},
        "queries_per_second": round(one.queries_per_second, 1),
        "median_milliseconds": round(one.median_milliseconds, 3),
        "without_result": one.empty,
        "index_seconds": round(one.index_seconds, 3),
        "documents_per_second": round(documents / one.index_seconds, 1),
        "setup": one.setup,
    }


def _comparison(ours: Measured, others: Sequence[Measured]) -> Mapping[str, Any]:
    keys = [(other, metric) for other in others for metric in METRICS]
    found = differences([_pairs(ours, other, metric) for other, metric in keys])
    against: dict[str, dict[str, Any]] = {other.name: {} for other in others}
    for (other, metric), one in zip(keys, found, strict=True):
        against[other.name][metric] = _rounded(one)
    return {
        "of": ours.name,
        "method": f"paired bootstrap, {SAMPLES} samples, seed {SEED}, 95 %",
        "against": against,
    }


def _pairs(ours: Measured, other: Measured, metric: str) -> list[tuple[float, float]]:
    assert ours.scores is not None  # noqa: S101 - only what ran is compared
    assert other.scores is not None  # noqa: S101
    return list(zip(ours.scores[metric], other.scores[metric], strict=True))


def _rounded(one: Difference) -> Mapping[str, float | int]:
    return {
        key: round(value, _DIGITS) if isinstance(value, float) else value
        for key, value in asdict(one).items()
    }
