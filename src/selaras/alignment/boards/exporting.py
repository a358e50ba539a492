"""Findings and the board as files for spreadsheets, as instructions write theirs."""

from collections.abc import Iterable, Iterator, Mapping

from selaras.alignment.boards.cards import Card
from selaras.alignment.boards.counting import Counts, Place
from selaras.announcements.instructing.exporting import MARK, line
from selaras.institutions.models import Topic
from selaras.language.times import Zone

FINDINGS = (
    "Temuan", "Fakta wajib", "Keyakinan (%)", "Instansi", "Teks", "Keadaan teks", "Alamat",
    "Pernyataan", "Kalimat", "Jenis fakta", "Topik", "Wilayah", "Menurut fakta", "Masa berlaku",
    "Sumber", "Penjelasan", "Cara membenahi", "Ditemukan (WIB)", "Alasan",
)  # fmt: skip
BOARD = (
    "Kode wilayah", "Wilayah", "Topik", "Disematkan", "Cocok", "Bertentangan",
    "Tidak berlaku lagi", "Belum berlaku", "Di antaranya beralasan", "Perlu dibenahi",
    "Pernyataan", "Selaras (%)",
)  # fmt: skip


def finding_lines(cards: Iterable[Card]) -> Iterator[str]:
    """One line for each, below the header."""
    yield MARK + line(FINDINGS)
    for card in cards:
        yield line(_finding(card))


def _finding(card: Card) -> list[str]:
    one, fact = card.mention, card.fact
    text, fact_type = one.text, one.fact_type
    return [
        card.label,
        "ya" if card.mandatory else "tidak",
        f"{round(100 * one.confidence)}",
        text.institution.name,
        text.title,
        text.get_state_display(),
        text.address,
        one.passage,
        f"{card.before}{one.passage}{card.after}",
        fact_type.label if fact_type else "",
        fact_type.topic.label if fact_type else "",
        one.region.full_name if one.region else "",
        fact.words if fact else "",
        fact.validity if fact else "",
        fact.source if fact else "",
        one.explanation,
        " ".join(card.remedies),
        f"{one.judged_at.astimezone(Zone.WIB.tzinfo):%Y-%m-%d %H:%M}",
        card.reason,
    ]


def board_lines(
    cells: Mapping[Place, Counts], names: Mapping[str, str], topics: Mapping[int, Topic]
) -> Iterator[str]:
    """One line for each region and topic about which its institutions state anything."""
    yield MARK + line(BOARD)
    for (code, topic), counts in sorted(cells.items()):
        yield line(
            [
                code, names[code], topics[topic].label,
                *map(str, (
                    counts.embedded, counts.aligned, counts.conflicting, counts.outdated,
                    counts.premature, counts.justified, counts.to_mend, counts.total,
                )),
                "" if counts.share is None else str(counts.share),
            ]
        )  # fmt: skip
