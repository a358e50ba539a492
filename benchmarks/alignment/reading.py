"""Reading articles and comparing what they say, beside plainer things done with the same text.

What is measured is one processor's work for everything but writing: sentences, statements, the
facts of their regions from the database, verdicts. The articles are of 400 words, which are about
2,700 characters.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice

from django.utils import timezone
from wagtail.rich_text import get_text_for_indexing

from benchmarks.timing import Comparison, compare
from selaras.alignment.engine.checking import without_contrasts
from selaras.alignment.engine.results import Context
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import lexicon
from selaras.alignment.services.reading import read_parts
from selaras.alignment.services.texts import TextPart
from selaras.institutions.models import Region

ARTICLES, WORDS, STATEMENTS, LONGEST = 100, 400, 8, 300_000
ROUNDS, FEW = 10, 2
ALIKE = LONGEST // 2600 + 1  # articles with more characters than the longest text
NUMBER = re.compile(r"(?:Rp ?)?\d+(?:[.,]\d+)*(?: persen| ?%)?")

SAID = (
    "{place} berstatus siaga kuning sampai akhir musim hujan.",
    "Status siaga {place} kini jingga, kata petugas yang berjaga di lapangan.",
    "Jumlah posko siaga di {place} mencapai 14 posko, tersebar di semua kecamatan.",
    "Bantuan per keluarga sebesar Rp1.200.000 dibayarkan lewat kantor pos terdekat.",
    "Jam layanan posko pukul 08.00 sampai 16.00 setiap hari, termasuk hari libur.",
    "Masa siaga musim hujan berlangsung sejak 1 November 2026 hingga 31 Maret 2027.",
    "Apel kesiapsiagaan digelar pada 2 November 2026 di halaman kantor.",
    "Desa dengan jalur evakuasi di {place} sudah lebih dari 60 persen.",
    "Pada 14 sampai 20 September 2021 {place} berada pada PPKM Level 3.",
    "Kabar bahwa {place} berstatus siaga merah tidak benar.",
    "Bila hujan tidak reda, {place} akan naik ke siaga merah pekan depan.",
    "Perolehan suara sah di Provinsi Jawa Barat tercatat 28.301.225 suara.",
)
OTHER = (
    "Petugas membersihkan saluran air di sepanjang jalan utama sejak pagi hari.",
    "Warga diminta menyimpan surat penting di tempat yang kering dan mudah dijangkau.",
    "Sekitar 250 relawan ikut menanam bibit pohon di tepi sungai pada akhir pekan.",
    "Anak-anak belajar mengenali tanda bahaya lewat permainan di balai desa.",
    "Jembatan kecil di ujung kampung diperbaiki dengan biaya Rp85 juta dari kas daerah.",
    "Pedagang pasar tetap berjualan, tetapi memindahkan dagangan ke lantai atas.",
    "Kepala dinas menerangkan bahwa pompa air diperiksa dua kali dalam sebulan.",
    "Rapat dihadiri 40 orang dari kelurahan, sekolah, dan puskesmas setempat.",
    "Hujan turun selama tiga jam, lalu langit kembali cerah menjelang sore.",
    "Panitia membagikan 1.500 bungkus makanan kepada keluarga di daerah rendah.",
    "Perahu karet dan tali disiapkan di gudang yang dijaga siang dan malam.",
    "Menurut catatan kantor, curah hujan tahun ini 12 persen lebih tinggi.",
    "Guru mengajak murid menggambar peta jalan menuju tempat berkumpul yang aman.",
    "Ia berharap semua orang saling menjaga dan tidak membuang sampah ke sungai.",
    "Lampu jalan yang rusak sejak 3 Januari telah diganti dengan yang baru.",
    "Keterangan lebih lanjut dapat dibaca di papan pengumuman kantor kelurahan.",
)
# Each is repeated up to the length of the longest text.
HOSTILE = {
    "digits without a blank": "1234567890",
    "numbers without an end": "1.000.000,5 ",
    "letters without a blank": "siagaposkolevel",
    "names of types without an end": "status siaga ",
    "names of types and numbers": "posko siaga 12 ",
    "names of regions without an end": "Kota Bandung, Kabupaten Bandung, ",
    "dates that never close": "pada 1 November 2026 hingga ",
    "clauses without a full stop": "siaga merah di Bandung dan siaga kuning di Cimahi, sedangkan ",
    "rows of a table": "Wilayah\tStatus siaga\tPosko\nKota Bandung\tkuning\t12\n",
    "a list": "- Kota Bandung: siaga merah\n",
    "mathematical letters": "\U0001d42c\U0001d422\U0001d41a\U0001d420\U0001d41a 12 ",
    "brackets and bars": "([{|<'\"- ",
}


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    region: str


def comparisons() -> Iterator[Comparison]:
    articles = list(_articles(ALIKE))
    hundred = articles[:ARTICLES]
    yield from _beside_plainer(hundred)
    for size in (LONGEST // 10, LONGEST):
        yield _grown(_as_long_as(articles, size))
    silent = [replace(one, text=_silent(one.text)) for one in hundred]
    yield compare(
        f"{ARTICLES} articles that name no type",
        partial(_check, silent),
        f"{ARTICLES} articles with statements",
        partial(_check, hundred),
        rounds=ROUNDS,
    )
    yield from _hostile(_as_long_as(articles, LONGEST))


def _hostile(articles: Sequence[Article]) -> Iterator[Comparison]:
    for name, seed in HOSTILE.items():
        yield compare(
            f"{LONGEST:,} characters: {name}",
            partial(_check, [_repeated(seed, LONGEST)]),
            "articles of as many",
            partial(_check, articles),
            rounds=FEW,
        )
    long, short = LONGEST // 3, LONGEST // 30
    yield compare(
        f"all of these, of {long:,} characters each",
        partial(_check, [_repeated(seed, long) for seed in HOSTILE.values()]),
        f"ten times as many of {short:,}",
        partial(_check, [_repeated(seed, short) for seed in HOSTILE.values()] * 10),
        rounds=1,
    )


def _repeated(seed: str, length: int) -> Article:
    return Article((seed * (length // len(seed) + 1))[:length], "32.73")


def _beside_plainer(articles: Sequence[Article]) -> Iterator[Comparison]:
    plainer: dict[str, Callable[[], object]] = {
        "a regular expression finds their numbers": lambda: [
            NUMBER.findall(one.text) for one in articles
        ],
        "Wagtail takes their text out of HTML, to index it": lambda: [
            get_text_for_indexing(f"<p>{one.text}</p>".replace(". ", ".</p><p>"))
            for one in articles
        ],
    }
    statements = _check(articles)
    assert statements >= len(articles) * STATEMENTS // 2, statements
    for beside, other in plainer.items():
        found = compare("", partial(_check, articles), beside, other, rounds=ROUNDS)
        rate = len(articles) / found.ours_ms * 1000
        told = f"{len(articles)} articles of {WORDS} words, {statements} statements"
        yield replace(found, name=f"{told}: {rate:.0f} articles a second")


def _grown(articles: Sequence[Article]) -> Comparison:
    """One long text beside as many characters in articles: 1 where time is linear in length."""
    whole = Article("\n\n".join(one.text for one in articles), articles[0].region)
    apart = [replace(one, region=whole.region) for one in articles]
    return compare(
        f"one text of {len(whole.text):,} characters",
        partial(_check, [whole]),
        f"the same as {len(articles)} articles",
        partial(_check, apart),
        rounds=ROUNDS,
    )


def _check(articles: Sequence[Article]) -> int:
    """Read them, load the facts of what they say at once, compare; how many statements it is."""
    known, today = lexicon(), timezone.localdate()
    were_read = [
        read_parts([TextPart("", one.text)], Context(one.region, today), known) for one in articles
    ]
    knowledge = DatabaseKnowledge()
    knowledge.load((one.type_key, one.region) for each in were_read for one in each.mentions)
    return sum(
        len(list(without_contrasts(each.weighed(today, known, knowledge)))) for each in were_read
    )


def _articles(number: int) -> Iterator[Article]:
    """Each of another office, with statements scattered among other sentences."""
    chance = random.Random(7)  # noqa: S311 the same texts each time
    regions = Region.objects.filter(level__in=["regency", "city"]).order_by("pk")
    for region in islice(cycle(regions), number):
        said = [one.format(place=region.full_name) for one in chance.sample(SAID, STATEMENTS)]
        others = list(islice(cycle(chance.sample(OTHER, len(OTHER))), WORDS // 10))
        sentences: list[str] = []
        for at, other in enumerate(others):
            sentences += [other, said[at // 3]] if at % 3 == 0 and at // 3 < len(said) else [other]
        words = " ".join(sentences).split()
        assert len(words) >= WORDS
        yield Article(" ".join(words[:WORDS]), str(region.pk))


def _silent(text: str) -> str:
    """As many words of sentences that speak of no fact."""
    length = len(text.split())
    return " ".join(islice(cycle(" ".join(OTHER).split()), length))


def _as_long_as(articles: Sequence[Article], size: int) -> list[Article]:
    """The first of them that have about so many characters together."""
    found: list[Article] = []
    while sum(len(one.text) + 2 for one in found) < size and len(found) < len(articles):
        found.append(articles[len(found)])
    return found
