"""Kinds of texts that hold embeds; the rooms above name theirs when they start."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from selaras.embeds.models import FactUse
from selaras.institutions.models import Institution


@dataclass(frozen=True, slots=True)
class HeldText:
    """One text in one state, with whatever of it may contain embeds."""

    holder_id: str
    title: str
    institution: Institution
    state: FactUse.State
    data: Any


@dataclass(frozen=True, slots=True)
class HolderKind:
    """`everything` walks all texts of this kind; `edit_url` is where one can be edited."""

    name: str
    label: str
    everything: Callable[[], Iterator[HeldText]]
    edit_url: Callable[[str], str]


_kinds: dict[str, HolderKind] = {}


def register_holder(kind: HolderKind) -> None:
    _kinds[kind.name] = kind


def holder_kinds() -> dict[str, HolderKind]:
    return dict(_kinds)
