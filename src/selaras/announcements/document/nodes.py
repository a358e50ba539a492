"""YAML as text with lines: every scalar stays what the author typed.

Typed YAML would read the code 32.10 as the number 32.1 and "no" as false.
"""

from dataclasses import dataclass

import yaml

from selaras.announcements.errors import InvalidDocument
from selaras.common.errors import Flaw

LARGEST = 2_000_000  # characters
END = "..."


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
    if len(text) > LARGEST:
        raise _invalid(0, "", "Berkas terlalu besar.", f"Batasnya {LARGEST} karakter.")
    _require_end(text)
    try:
        _refuse_aliases(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _invalid(
            mark.line + 1 if mark else 0,
            "",
            "Susunan YAML tidak terbaca di sini.",
            "Periksa titik dua, tanda kutip, dan jorokan (spasi di awal baris).",
        ) from error
    except yaml.YAMLError as error:
        raise _invalid(
            0, "", "Berkas berisi karakter yang tidak dapat dibaca.", "Simpan sebagai UTF-8."
        ) from error
    node = _node(root) if root is not None else None
    if not isinstance(node, Mapping):
        raise _invalid(1, "", "Berkas tidak berisi isian.", 'Mulailah dengan "selaras: ...".')
    return node


def _require_end(text: str) -> None:
    """A file that was cut off is often valid YAML; the end marker tells that it is whole."""
    lines = text.rstrip().splitlines()
    if not lines or lines[-1] != END:
        raise _invalid(
            len(lines),
            lines[-1][:80] if lines else "",
            "Berkas terpotong: tanda akhirnya tidak ada.",
            f'Baris terakhir harus "{END}".',
        )


def _refuse_aliases(text: str) -> None:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _invalid(
                event.start_mark.line + 1 if event.start_mark else 0,
                f"*{event.anchor}",
                "Rujukan YAML (*nama) tidak dipakai di sini.",
                "Tulis nilainya.",
            )


def _node(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value.strip(), line)
    if isinstance(node, yaml.MappingNode):
        items = []
        for key, value in node.value:
            name = _node(key)
            if not isinstance(name, Scalar):
                raise _invalid(line, "", "Nama isian harus berupa teks.", "Sederhanakan.")
            items.append((name, _node(value)))
        return Mapping(tuple(items), line)
    raise _invalid(line, "", "Daftar bertanda hubung tidak dipakai di sini.", "Pakai nama: nilai.")


def _invalid(line: int, value: str, problem: str, remedy: str) -> InvalidDocument:
    return InvalidDocument(
        "Berkas pengumuman tidak dapat dibaca.", [Flaw(line, value, problem, remedy)]
    )
