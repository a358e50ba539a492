"""The parts of an ElectionReport, in the spellings of its versions 1 and 2.

Version 2 has lists and `@id`; version 1 wraps lists in `…Collection` and says `ObjectId`. Nodes
of another type than expected are passed over: what is missing then is told by its name.
"""

import json
from decimal import Decimal
from typing import Any, NoReturn

from selaras.tallies.errors import InvalidSheet, unreadable

Node = dict[str, Any]
LANGUAGES = ("id", "")


def parse(text: str) -> Node:
    """The report's topmost node. Raises `InvalidSheet` for what is not JSON or not a report."""
    try:
        root = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        problem = f"JSON-nya rusak pada huruf ke-{error.colno}."
        raise unreadable(
            error.lineno, problem, "Periksa tanda kutip, koma, dan kurungnya."
        ) from None
    except (ValueError, RecursionError):
        raise unreadable(0, "JSON-nya tidak dapat dibaca.", "Ekspor ulang laporannya.") from None
    if isinstance(root, dict) and isinstance(root.get("ElectionReport"), dict):
        root = root["ElectionReport"]
    if not isinstance(root, dict) or not nodes(root, "Election"):
        raise no_report()
    return root


def no_report() -> InvalidSheet:
    problem = "JSON ini bukan ElectionReport (NIST SP 1500-100)."
    return unreadable(0, problem, "Laporan memuat GpUnit dan Election dengan Contest di dalamnya.")


def nodes(node: Node, *names: str) -> list[Node]:
    """The children of the first of these names that has any."""
    for name in names:
        for wrapper in (node, node.get(f"{name}Collection"), node.get(f"{name}s")):
            found = wrapper.get(name) if isinstance(wrapper, dict) else None
            listed = found if isinstance(found, list) else [found]
            if children := [child for child in listed if isinstance(child, dict)]:
                return children
    return []


def identifier(node: Node) -> str:
    return next((str(node[name]) for name in ("@id", "ObjectId", "objectId") if name in node), "")


def references(node: Node, name: str) -> list[str]:
    """Identifiers that a node points to: a list, or separated by spaces."""
    found = node.get(name)
    if isinstance(found, str):
        return found.split()
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def text_of(found: Any) -> str:
    """A plain or an internationalised text, in Indonesian where it has it."""
    if isinstance(found, str):
        return " ".join(found.split())
    if not isinstance(found, dict):
        return ""
    strings = nodes(found, "Text")
    by_language = {str(one.get("Language", one.get("language", ""))): one for one in strings}
    chosen = next((by_language[one] for one in LANGUAGES if one in by_language), None)
    content = (chosen or (strings or [{}])[0]).get("Content", "")
    return " ".join(content.split()) if isinstance(content, str) else ""


def whole(found: Any) -> int | None:
    """The value as a whole number; None where it is none."""
    if isinstance(found, Decimal) and found.is_finite() and found == found.to_integral_value():
        return int(found) if found.adjusted() < 20 else None  # noqa: PLR2004 - 1e999999 is large
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
