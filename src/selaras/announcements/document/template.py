"""A document to start from: valid and commented. Where a value holds, it is repeated."""

import json
import re
from collections.abc import Iterable

from django.db.models import Min
from django.utils import timezone

from selaras.announcements.document.characters import END
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, Kind
from selaras.facts.queries import fact_types, resolve
from selaras.facts.results import Key, Resolved, key_of
from selaras.institutions.models import Region, Topic
from selaras.language.dates import format_date

TITLE = "Judul pengumuman"
INSTRUMENT = "Nama, nomor, dan tahun dasar hukum"
EXAMPLES_TO_REPLACE = frozenset({TITLE, INSTRUMENT})
EXAMPLES = {
    Kind.NUMBER: "25",
    Kind.PERCENTAGE: "58,6",
    Kind.MONEY: "Rp1.200.000",
    Kind.DATE: "1 Desember 2026",
    Kind.PERIOD: "1 Desember 2026 sampai 30 April 2027",
    Kind.TIME: "08.00–16.00",
    Kind.CONTACT: "Posko; 112",
    Kind.TEXT: "Teks resmi",
}
PLAIN = re.compile(r"[\w(][\w .,/()%–-]*", re.ASCII)

HEAD = """\
# Baris yang diawali tanda pagar adalah keterangan; boleh dihapus.
selaras: announcement/1

# Nama unik naskah ini. Naskah dengan kunci yang sama hanya diumumkan satu kali.
key: {key}
topic: {topic}
speaker: {speaker}

title: {title}
summary: |
  Apa yang ditetapkan, untuk siapa, dan apa yang perlu dilakukan warga.
instrument: {instrument}
# instrument_url: https://contoh.go.id/dasar-hukum

# Kedua harinya termasuk. Tanpa "from": sejak diumumkan. Tanpa "through": sampai diganti.
# Dengan jam, zona waktunya ditulis: 1 Desember 2026, 20.00 WIB
valid:
  from: {today}
  # through: 31 Desember {year}

# Untuk tiap jenis fakta: baris "wilayah: nilai". Wilayah ditulis dengan nama atau kodenya.
facts:
"""


def template_for(topic: Topic) -> str:
    """The text of a document about the topic; a fixed number of queries.

    It is valid if the topic has a living fact type. `topic.owner` is its speaker.
    """
    types = [one for one in fact_types().filter(topic=topic) if _can_be_shown(one)]
    places = _first_regions()
    shown = {one.pk: _regions_for(one, topic, places) for one in types}
    held = resolve((one, region.pk) for one in types for region in shown[one.pk])
    now = timezone.localtime()
    head = HEAD.format(
        key=f"{topic.key[:80]}-{now:%Y-%m-%d-%H%M}",
        topic=topic.key,
        speaker=topic.owner.slug,
        title=TITLE,
        instrument=INSTRUMENT,
        today=format_date(now.date()),
        year=now.year,
    )
    blocks = [_block(one, shown[one.pk], held) for one in types]
    return head + "\n".join(blocks) + f"{END}\n"


def _can_be_shown(fact_type: FactType) -> bool:
    if fact_type.retired_at is not None:
        return False
    return fact_type.kind != Kind.CHOICE or bool(fact_type.choices.all())


def _first_regions() -> list[Region]:
    """One region of each level."""
    codes = Region.objects.order_by().values("level").annotate(first=Min("code"))
    return list(Region.objects.filter(pk__in=codes.values("first")))


def _regions_for(fact_type: FactType, topic: Topic, places: list[Region]) -> list[Region]:
    """The owner's own region if the type speaks about it, else one of the broadest level."""
    near = [topic.owner.region, *places]
    return [region for region in near if fact_type.speaks_of(region)][:1]


def _block(fact_type: FactType, regions: Iterable[Region], held: dict[Key, Resolved]) -> str:
    lines = [f"  # {fact_type.label}: {_hint(fact_type)}", f"  {fact_type.key}:"]
    for region in regions:
        now = held.get(key_of(fact_type, region.pk))
        value = rules_of(fact_type).plain(now.value) if now else _example(fact_type)
        lines.append(f"    {_written(region.full_name)}: {_written(value)}")
    return "\n".join(lines) + "\n"


def _hint(fact_type: FactType) -> str:
    if fact_type.kind == Kind.CHOICE:
        values = ", ".join(f"{one.value} ({one.label})" for one in fact_type.choices.all())
        return f"{values}; untuk {fact_type.scope_words}"
    unit = f" {fact_type.unit}" if fact_type.unit else ""
    return f"misalnya {EXAMPLES[Kind(fact_type.kind)]}{unit}; untuk {fact_type.scope_words}"


def _example(fact_type: FactType) -> str:
    if fact_type.kind == Kind.CHOICE:
        return str(fact_type.choices.all()[0].value)
    return EXAMPLES[Kind(fact_type.kind)]


def _written(text: str) -> str:
    """The text as a YAML scalar; JSON's quotes are YAML's double quotes."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
