"""Fields of a mapping, with every mistake collected instead of stopping at the first."""

from collections.abc import Iterable

from selaras.announcements.document.nodes import Mapping, Node, Scalar
from selaras.common.errors import Flaw


class Fields:
    """Reads the fields of one mapping; unknown and repeated names are flaws."""

    def __init__(self, mapping: Mapping, known: Iterable[str], flaws: list[Flaw]) -> None:
        self.line = mapping.line
        self.flaws = flaws
        self._nodes: dict[str, Node] = {}
        known_names = list(known)
        first_line: dict[str, int] = {}
        for name, node in mapping.items:
            if name.text not in known_names:
                self.flaw(
                    name.line,
                    name.text,
                    f'Isian "{name.text}" tidak dikenal.',
                    f"Yang dikenal: {', '.join(known_names)}.",
                )
            elif name.text in first_line:
                self.flaw(
                    name.line,
                    name.text,
                    f'Isian "{name.text}" sudah ada di baris {first_line[name.text]}.',
                    "Sisakan satu.",
                )
            else:
                first_line[name.text] = name.line
                self._nodes[name.text] = node

    def flaw(self, line: int, value: str, problem: str, remedy: str) -> None:
        self.flaws.append(Flaw(line, value[:80], problem, remedy))

    def text(self, name: str, *, longest: int, required: bool = True) -> Scalar:
        """The field as one text; missing, empty, nested or too long is a flaw."""
        node = self._nodes.get(name)
        if isinstance(node, Mapping):
            self.flaw(node.line, name, f'Isian "{name}" harus berupa satu teks.', "")
            return Scalar("", node.line)
        if node is None or not node.text:
            if required:
                line = node.line if node else self.line
                self.flaw(line, name, f'Isian "{name}" belum ada.', f'Tambahkan "{name}: ...".')
            return Scalar("", node.line if node else self.line)
        if len(node.text) > longest:
            self.flaw(
                node.line,
                node.text,
                f'Isian "{name}" lebih dari {longest} karakter.',
                "Persingkat.",
            )
        return node

    def mapping(self, name: str, *, required: bool = True) -> Mapping | None:
        """The field as a mapping, or None with a flaw."""
        node = self._nodes.get(name)
        if isinstance(node, Mapping) and node.items:
            return node
        if required or node is not None:
            line = node.line if node else self.line
            self.flaw(line, name, f'Isian "{name}" harus berisi baris "nama: nilai".', "")
        return None
