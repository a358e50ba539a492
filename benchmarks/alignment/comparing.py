"""A fact that changes: what was said of it is compared again, beside reading it all again."""

from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from statistics import median

from django.db import transaction
from django.utils import timezone

from benchmarks.timing import Comparison, compare, milliseconds
from selaras.alignment.engine.results import Context, Verdict
from selaras.alignment.engine.said import ChoiceSaid, as_json
from selaras.alignment.models import CheckedText, StoredMention
from selaras.alignment.queries.lexicon import lexicon
from selaras.alignment.services.comparing import compare_places
from selaras.alignment.services.reading import read_parts
from selaras.alignment.services.texts import TextPart
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution, Region

STORED, AFFECTED, FEW, ROUNDS = 100_000, 10_000, 1_000, 3
BATCH = 2000


def comparisons() -> Iterator[Comparison]:
    """What is stored for this is gone afterwards."""
    regions = list(Region.objects.filter(level__in=["regency", "city"]))
    status, posts = fact_type("siaga.status"), fact_type("siaga.posko")
    act = _comparing(status, regions)
    with transaction.atomic():
        _store(status, regions, AFFECTED)
        alone = _median(act)
        _store(posts, regions, STORED - AFFECTED)
        among = _median(act)
        yield Comparison(
            f"compare {AFFECTED} of {STORED} stored mentions again", among,
            f"{AFFECTED} where no others are stored", alone, among / alone, ROUNDS,
        )  # fmt: skip
        yield compare(
            f"compare {AFFECTED} of {STORED} stored mentions again",
            act,
            f"compare {FEW} of them",
            _comparing(status, regions[: len(regions) * FEW // AFFECTED]),
            rounds=ROUNDS,
        )
        yield compare(
            f"compare {AFFECTED} of {STORED} stored mentions again",
            act,
            "read these texts again, of one sentence each",
            lambda: _read(_sentences(regions)),
            rounds=ROUNDS,
        )
        transaction.set_rollback(True)


def _median(act: Callable[[], object]) -> float:
    act()
    return median(milliseconds(act) for _ in range(ROUNDS))


def _comparing(kind: FactType, regions: list[Region]) -> Callable[[], object]:
    """As if all of them had been judged otherwise before: each row is written."""
    codes = [one.pk for one in regions]

    def run() -> None:
        mentions = StoredMention.objects.filter(fact_type=kind, region__in=codes)
        mentions.update(verdict=Verdict.UNKNOWN, version=None, confidence=0, explanation="?")
        changed = compare_places({kind.pk: codes})
        assert changed == mentions.count()

    return run


def _sentences(regions: list[Region]) -> Iterator[str]:
    said = [f"{one.full_name} berstatus siaga kuning." for one in regions]
    return islice(cycle(said), AFFECTED)


def _read(sentences: Iterable[str]) -> None:
    known, context = lexicon(), Context("00", timezone.localdate())
    for sentence in sentences:
        read_parts([TextPart("", sentence)], context, known)


def _store(kind: FactType, regions: list[Region], number: int) -> None:
    """So many texts of the regions' offices, with one mention in each."""
    offices = {one.region_id: one for one in Institution.objects.exclude(region="00")}
    texts = CheckedText.objects.bulk_create(
        (
            _text(f"{kind.key}-{at}", home, offices[home.pk])
            for at, home in enumerate(islice(cycle(regions), number))
        ),
        batch_size=BATCH,
    )
    StoredMention.objects.bulk_create((_mention(text, kind) for text in texts), batch_size=BATCH)


def _text(key: str, home: Region, office: Institution) -> CheckedText:
    return CheckedText(
        source="bench", source_id=key, state=CheckedText.State.PUBLISHED, version="1",
        institution=office, region=home, title=key, read_at=timezone.now(),
    )  # fmt: skip


def _mention(text: CheckedText, kind: FactType) -> StoredMention:
    return StoredMention(
        text=text, fact_type=kind, region_id=text.region_id, part="body:a", start=30, end=42,
        passage="siaga kuning", said=as_json(ChoiceSaid("kuning")), verdict=Verdict.UNKNOWN,
        judged_at=timezone.now(),
    )  # fmt: skip
