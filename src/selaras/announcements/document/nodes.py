"""YAML as text with lines: every scalar stays what the author typed.

Typed YAML would read the code 32.10 as the number 32.1 and "no" as false. The nodes are built
from parsing events, without recursion, so that no text can exhaust the stack; what the format
does not use (lists, references, tags, several documents) is refused at its line.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from selaras.announcements.document.characters import SHOWN, shows, tidied
from selaras.announcements.errors import InvalidDocument, unreadable
from selaras.common.errors import Flaw

DEEPEST = 4  # one more than the format has: a value with rows of its own is told as such
LAYOUT = (
    "Apit teks yang berisi titik dua dengan tanda kutip. Periksa juga jorokan, "
    "dan kutip yang belum ditutup di atasnya."
)


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file; a key that stands twice is kept twice."""

    items: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node = Scalar | Mapping


def parse(text: str) -> Mapping:
    """The document as nested mappings of scalars. Raises `InvalidDocument`."""
    plain = tidied(text)
    try:
        root = _built(plain)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _invalid(plain, _line(mark), "Susunan YAML tidak terbaca di sini.", LAYOUT) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML lets some escapes and directives with absurd numbers through to chr() and int().
        flaw = Flaw(0, "", "Berkas berisi kode karakter yang tidak ada.", "Tulis karakternya.")
        raise unreadable(flaw) from error
    if not isinstance(root, Mapping):
        raise _invalid(plain, 1, "Berkas tidak berisi isian.", 'Mulailah dengan "selaras: ...".')
    return root


@dataclass(slots=True)
class _Open:
    """A mapping whose end has not been reached; `name` waits for its value."""

    line: int
    items: list[tuple[Scalar, Node]] = field(default_factory=list)
    name: Scalar | None = None


def _built(text: str) -> Node | None:
    root: Node | None = None
    stack: list[_Open] = []
    documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = _line(event.start_mark)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if problem := _refusal(event, stack, documents):
            raise _invalid(text, line, *problem)
        node: Node | None = None
        if isinstance(event, yaml.MappingStartEvent):
            stack.append(_Open(line))
        elif isinstance(event, yaml.MappingEndEvent):
            done = stack.pop()
            node = Mapping(tuple(done.items), done.line)
        elif isinstance(event, yaml.ScalarEvent):
            node = Scalar(event.value.strip(), line)
        if node is not None and stack:
            _place(node, stack[-1])
        elif node is not None:
            root = node
    return root


def _line(mark: Any) -> int:
    """Counted from 1; PyYAML types its marks as optional."""
    return int(mark.line) + 1 if mark else 0


def _place(node: Node, parent: _Open) -> None:
    if parent.name is not None:
        parent.items.append((parent.name, node))
        parent.name = None
    elif isinstance(node, Scalar):
        parent.name = node


def _refusal(event: yaml.Event, stack: list[_Open], documents: int) -> tuple[str, str] | None:
    """Problem and remedy of what YAML allows and this format does not."""
    if documents > 1:
        return "Berkas berisi lebih dari satu naskah.", "Simpan tiap naskah dalam berkas sendiri."
    if isinstance(event, yaml.MappingStartEvent) and stack and stack[-1].name is None:
        return "Nama isian harus berupa teks.", "Tulis baris nama: nilai."
    if isinstance(event, yaml.MappingStartEvent) and len(stack) >= DEEPEST:
        return "Isian bertingkat terlalu dalam.", "Tulis satu nilai saja di sini."
    if isinstance(event, yaml.ScalarEvent) and not shows(event.value):
        return "Ada karakter yang tidak terlihat di balik kode.", "Tulis teksnya apa adanya."
    return _unused(event)


def _unused(event: yaml.Event) -> tuple[str, str] | None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "Tanda & dan * (rujukan YAML) tidak dipakai di sini.", "Apit teksnya dengan kutip."
    if getattr(event, "tag", None):
        return "Tanda ! (jenis YAML) tidak dipakai di sini.", "Apit teksnya dengan kutip."
    if isinstance(event, yaml.SequenceStartEvent):
        return "Daftar tidak dipakai di sini.", "Tulis baris nama: nilai."
    return None


def _invalid(text: str, line: int, problem: str, remedy: str) -> InvalidDocument:
    lines = text.split("\n")
    value = lines[line - 1].strip()[:SHOWN] if line <= len(lines) else ""
    return unreadable(Flaw(line, value, problem, remedy))
