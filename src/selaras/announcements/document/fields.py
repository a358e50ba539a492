"""Fields of a mapping, with every mistake collected instead of stopping at the first."""

from collections.abc import Collection

from selaras.announcements.document.nodes import Mapping, Node, Scalar
from selaras.announcements.errors import InvalidDocument
from selaras.common.errors import Flaw

MOST_FLAWS = 1000
SHOWN = 80


def shortened(text: str) -> str:
    """The text as it fits into a sentence about it."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


class Fields:
    """Reads the fields of one mapping; unknown and repeated names are flaws.

    `flaws` is the list of the mapping around this one, which collects for the whole document.
    """

    def __init__(
        self, mapping: Mapping, known: Collection[str], flaws: list[Flaw] | None = None
    ) -> None:
        self.line = mapping.line
        self.flaws = flaws if flaws is not None else []
        self._nodes: dict[str, Node] = {}
        first_line: dict[str, int] = {}
        for name, node in mapping.items:
            shown = shortened(name.text)
            if name.text not in known:
                problem = f'Isian "{shown}" tidak dikenal.'
                self.flaw(name.line, name.text, problem, f"Yang dikenal: {', '.join(known)}.")
            elif name.text in first_line:
                problem = f'Isian "{shown}" sudah ada di baris {first_line[name.text]}.'
                self.flaw(name.line, name.text, problem, "Sisakan satu.")
            else:
                first_line[name.text] = name.line
                self._nodes[name.text] = node

    def flaw(self, line: int, value: str, problem: str, remedy: str) -> None:
        """Note a mistake; gives up after `MOST_FLAWS`, which nobody would read."""
        self.flaws.append(Flaw(line, shortened(value), problem, remedy))
        if len(self.flaws) >= MOST_FLAWS:
            rest = Flaw(0, "", f"Lebih dari {MOST_FLAWS} kesalahan; sisanya belum diperiksa.", "")
            raise InvalidDocument("Pengumuman belum dapat disiapkan.", [rest, *self.flaws])

    def text(
        self, name: str, *, longest: int, required: bool = True, paragraphs: bool = False
    ) -> Scalar:
        """The field as one text; missing, empty, nested or too long is a flaw.

        Line breaks become spaces unless it may have `paragraphs`.
        """
        node = self._nodes.get(name)
        if isinstance(node, Mapping):
            self.flaw(node.line, name, f'Isian "{name}" harus berupa satu teks.', "")
            return Scalar("", node.line)
        if node is None or not node.text:
            if required:
                line = node.line if node else self.line
                self.flaw(line, name, f'Isian "{name}" belum ada.', f'Tambahkan "{name}: ...".')
            return Scalar("", node.line if node else self.line)
        found = node if paragraphs else Scalar(" ".join(node.text.split()), node.line)
        if len(found.text) > longest:
            problem = f'Isian "{name}" lebih dari {longest} karakter.'
            self.flaw(node.line, node.text, problem, "Persingkat.")
        return found

    def mapping(self, name: str, *, required: bool = True) -> Mapping | None:
        """The field as a mapping, or None with a flaw."""
        node = self._nodes.get(name)
        if isinstance(node, Mapping) and node.items:
            return node
        if required or node is not None:
            line = node.line if node else self.line
            self.flaw(line, name, f'Isian "{name}" harus berisi baris "nama: nilai".', "")
        return None
