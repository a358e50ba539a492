"""The description of a count, in YAML; `docs/reference/tally-format.md` describes it.

Every value is kept as it was typed ("01" stays 01), and every mistake is told with its line.
"""

import re
from collections.abc import Collection
from datetime import date

import yaml
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify

from selaras.common.errors import Flaw
from selaras.institutions.models import Institution, Region, Topic
from selaras.institutions.queries import NATIONAL, resolve_region
from selaras.language.dates import parse_date
from selaras.language.errors import LanguageError
from selaras.language.gazetteer import PlaceError
from selaras.tallies.errors import InvalidHead, InvalidSheet
from selaras.tallies.reading.characters import decoded
from selaras.tallies.services.defining import Definition, OptionDefinition

FORMAT = "tally/1"
FIELDS = (
    "selaras", "slug", "title", "short_title", "publisher", "region", "topic", "fact_prefix",
    "source_name", "source_url", "instrument", "decided_on", "options",
)  # fmt: skip
OPTION_FIELDS = ("column", "name", "short")
LARGEST = 200_000
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_head(data: bytes) -> Definition:
    """The definition that the file describes. Raises `InvalidHead` with every flaw."""
    if len(data) > LARGEST:
        flaw = Flaw(0, "", "Berkas terlalu besar.", f"Batasnya {LARGEST} bita.")
        raise InvalidHead("Berkas rekapitulasi tidak dapat dibaca.", [flaw])
    try:
        text = decoded(data)
    except InvalidSheet as error:
        raise InvalidHead("Berkas rekapitulasi tidak dapat dibaca.", error.flaws) from error
    flaws: list[Flaw] = []
    fields = _Fields(_root(text), FIELDS, flaws)
    if fields.text("selaras", 50) not in ("", FORMAT):
        fields.flaw("selaras", "Versi format ini tidak dikenal.", f'Tulis "selaras: {FORMAT}".')
    publisher = _publisher(fields)
    region = _region(fields)
    topic = _topic(fields)
    definition_fields = {
        "slug": fields.slug("slug", 100),
        "title": fields.text("title", 200),
        "short_title": fields.text("short_title", 80),
        "fact_prefix": fields.slug("fact_prefix", 60, required=topic is not None),
        "source_name": fields.text("source_name", 200),
        "source_url": fields.address("source_url"),
        "instrument": fields.text("instrument", 300, required=False),
    }
    decided_on = fields.day("decided_on")
    options = _options(fields, flaws)
    if flaws or publisher is None or region is None:
        raise InvalidHead("Rekapitulasi belum dapat disiapkan.", flaws)
    return Definition(
        publisher=publisher,
        region=region,
        topic=topic,
        decided_on=decided_on,
        options=options,
        **definition_fields,
    )


def _root(text: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        flaw = Flaw(mark.line + 1 if mark else 0, "", "Susunan YAML tidak terbaca di sini.", "")
        raise InvalidHead("Berkas rekapitulasi tidak dapat dibaca.", [flaw]) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        flaw = Flaw(0, "", "Susunan YAML-nya tidak terbaca.", "Tulis baris nama: nilai.")
        raise InvalidHead("Berkas rekapitulasi tidak dapat dibaca.", [flaw]) from error
    return root if root is not None else yaml.MappingNode("", [])


class _Fields:
    """Reads the fields of one mapping; unknown, repeated and unfit ones become flaws."""

    def __init__(self, node: yaml.Node, known: Collection[str], flaws: list[Flaw]) -> None:
        self.flaws = flaws
        self.line = node.start_mark.line + 1 if node.start_mark else 1
        self.nodes: dict[str, yaml.Node] = {}
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        if not pairs:
            self.add(self.line, "", "Di sini seharusnya ada baris nama: nilai.", "")
        for name, value in pairs:
            key, line = str(name.value)[:80], name.start_mark.line + 1
            if known and key not in known:
                self.add(line, key, f'Isian "{key}" tidak dikenal.', f"Ada: {', '.join(known)}.")
            elif key in self.nodes:
                self.add(line, key, f'Isian "{key}" ada dua kali.', "Sisakan satu.")
            else:
                self.nodes[key] = value

    def add(self, line: int, value: str, problem: str, remedy: str) -> None:
        self.flaws.append(Flaw(line, value[:80], problem, remedy))

    def flaw(self, name: str, problem: str, remedy: str) -> None:
        node = self.nodes.get(name)
        self.add(node.start_mark.line + 1 if node else self.line, name, problem, remedy)

    def text(self, name: str, longest: int, *, required: bool = True) -> str:
        node = self.nodes.get(name)
        found = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""
        if not found and (required or (node is not None and not isinstance(node, yaml.ScalarNode))):
            self.flaw(name, f'Isian "{name}" belum ada.', f'Tulis "{name}: …".')
        if len(found) > longest:
            self.flaw(name, f'Isian "{name}" lebih dari {longest} huruf.', "Persingkat.")
        return found

    def slug(self, name: str, longest: int, *, required: bool = True) -> str:
        found = self.text(name, longest, required=required)
        if found and not _SLUG.fullmatch(found):
            remedy = (
                f"Pakai huruf kecil, angka, dan tanda hubung: {slugify(found) or 'pilpres-2024'}."
            )
            self.flaw(name, f'"{found}" tidak dapat dipakai sebagai {name}.', remedy)
        return found

    def address(self, name: str) -> str:
        found = self.text(name, 500, required=False)
        try:
            if found:
                URLValidator(schemes=["http", "https"])(found)
        except ValidationError:
            self.flaw(name, f'"{found[:80]}" bukan alamat situs.', "Mulailah dengan https://.")
        return found

    def day(self, name: str) -> date | None:
        found = self.text(name, 100, required=False)
        try:
            return parse_date(found) if found else None
        except LanguageError as error:
            self.flaw(name, error.problem, error.remedy)
            return None


def _publisher(fields: _Fields) -> Institution | None:
    slug = fields.text("publisher", 63)
    found = Institution.objects.filter(slug=slug).first()
    if slug and found is None:
        remedy = "Tulis nama alamat situsnya, misalnya kpu."
        fields.flaw("publisher", f'Instansi "{slug}" tidak ada.', remedy)
    return found


def _region(fields: _Fields) -> Region | None:
    """The scope: the country, or a province."""
    name = fields.text("region", 100, required=False) or NATIONAL
    try:
        found = resolve_region(name)
    except PlaceError as error:
        fields.flaw("region", error.problem, error.remedy)
        return None
    if found.level not in (Region.Level.NATIONAL, Region.Level.PROVINCE):
        problem = f"{found.full_name} bukan negara atau provinsi."
        fields.flaw("region", problem, "Rekapitulasi mencakup Indonesia atau satu provinsi.")
    return found


def _topic(fields: _Fields) -> Topic | None:
    key = fields.text("topic", 100, required=False)
    found = Topic.objects.select_related("owner").filter(key=key).first()
    if key and found is None:
        fields.flaw("topic", f'Topik "{key}" tidak ada.', "Buat topiknya dahulu, atau hapus isian.")
    return found


def _options(fields: _Fields, flaws: list[Flaw]) -> tuple[OptionDefinition, ...]:
    node = fields.nodes.get("options")
    if not isinstance(node, yaml.MappingNode) or not node.value:
        fields.flaw("options", 'Isian "options" belum ada.', 'Tulis "01:" dan isinya di bawahnya.')
        return ()
    found: list[OptionDefinition] = []
    taken: set[str] = set()
    for key, value in _Fields(node, (), flaws).nodes.items():
        inner = _Fields(value, OPTION_FIELDS, flaws)
        option = OptionDefinition(
            key, inner.text("column", 100), inner.text("name", 200), inner.text("short", 60)
        )
        names = {one.casefold() for one in (key, option.column, option.name, option.short)}
        if not re.fullmatch(r"[a-z0-9]{1,20}", key):
            inner.add(inner.line, key, f'Kunci pilihan "{key}" tidak wajar.', "Pakai 01, 02, …")
        if names & taken:
            inner.add(inner.line, key, f'Nama pilihan "{key}" sudah dipakai.', "Bedakan namanya.")
        taken |= names
        found.append(option)
    return tuple(found)
