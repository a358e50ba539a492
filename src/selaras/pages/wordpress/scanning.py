"""A first look through the whole export: is it whole, and what refers to what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from selaras.pages.wordpress.cleaning.characters import one_line
from selaras.pages.wordpress.items import Item, Site
from selaras.pages.wordpress.reading import open_export
from selaras.pages.wordpress.report import Line, Outcome

WRITTEN = {"post", "page"}
MEDIA = "attachment"
PUBLIC = {"publish", "future"}
DRAFT = {"draft", "pending", "private"}
LEFT_BEHIND = {
    "trash": "Ada di tempat sampah situs lama.",
    "auto-draft": "Hanya simpanan otomatis yang kosong.",
}
# What WordPress keeps for itself: settings of its look, earlier versions.
INTERNAL = {
    "custom_css", "customize_changeset", "nav_menu_item", "oembed_cache", "revision",
    "user_request", "wp_font_face", "wp_font_family", "wp_global_styles", "wp_navigation",
    "wp_template", "wp_template_part",
}  # fmt: skip
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept in memory of one item."""

    wp_id: int
    kind: str
    status: str
    title: str
    slug: str
    link: str
    parent: int

    @property
    def key(self) -> str:
        return str(self.wp_id)

    @property
    def is_public(self) -> bool:
        return self.status in PUBLIC


@dataclass(slots=True)
class Overview:
    """The old site, what will be written, its media, and what will not come along."""

    site: Site
    entries: dict[int, Entry] = field(default_factory=dict)
    media: dict[int, Item] = field(default_factory=dict)
    skipped: list[Line] = field(default_factory=list)
    internal: int = 0
    comments: int = 0
    removed_characters: tuple[int, int] = (0, 0)


def scan(file: Path, progress: Callable[[Item], None] | None = None) -> Overview:
    """Read the export to its end. Raises `UnreadableExport`."""
    with open_export(file) as export:
        overview = Overview(export.site)
        for item in export.items():
            _sort(item, overview)
            overview.comments += item.comments
            if progress:
                progress(item)
        overview.removed_characters = export.removed_characters
    return overview


def shown_title(item: Item) -> str:
    title = one_line(item.title)
    return f"{title[:SHOWN]}…" if len(title) > SHOWN else title


def _sort(item: Item, overview: Overview) -> None:
    if item.kind in INTERNAL:
        overview.internal += 1
        return
    reason = _reason_to_skip(item, overview)
    if reason:
        line = Line(str(item.wp_id), item.kind, shown_title(item), Outcome.SKIPPED, reason)
        overview.skipped.append(line)
    elif item.kind == MEDIA:
        overview.media[item.wp_id] = item
    else:
        overview.entries[item.wp_id] = Entry(
            wp_id=item.wp_id,
            kind=item.kind,
            status=item.status,
            title=one_line(item.title),
            slug=item.readable_slug,
            link=item.link,
            parent=item.parent,
        )


def _reason_to_skip(item: Item, overview: Overview) -> str:
    """Why an item does not come along; empty where it does."""
    if item.kind not in WRITTEN | {MEDIA}:
        return f'Jenis "{item.kind[:SHOWN]}" tidak diimpor.'
    if not item.wp_id:
        return f"Baris {item.line}: nomornya tidak ada."
    if item.wp_id in overview.entries or item.wp_id in overview.media:
        return f"Baris {item.line}: nomor {item.wp_id} sudah dipakai butir lain."
    if item.status in LEFT_BEHIND:
        return LEFT_BEHIND[item.status]
    if item.kind != MEDIA and item.status not in PUBLIC | DRAFT:
        return f'Statusnya "{item.status[:SHOWN]}" tidak dikenal.'
    return ""
