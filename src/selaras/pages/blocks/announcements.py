"""The centre's word: an institution chooses where it stands, and says nothing in it."""

from typing import Any

from django import forms
from wagtail.blocks.field_block import FieldBlock, IntegerBlock
from wagtail.blocks.struct_block import StructBlock, StructValue

from selaras.announcements.models import Announcement
from selaras.announcements.standing import MOST_OF_A_TOPIC, newest_of_topics
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Topic
from selaras.look.languages import prefix

KEPT = "_central_word"
USUAL = 3


def _topics() -> list[tuple[str, str]]:
    return [("", "Semua topik"), *Topic.objects.order_by("label").values_list("key", "label")]


class TopicBlock(FieldBlock):
    """One topic by its key, or none. Reading a page never asks which there are."""

    def __init__(self, **options: Any) -> None:
        self.field = forms.ChoiceField(choices=_topics, required=False)
        super().__init__(**options)  # type: ignore[no-untyped-call]

    class Meta:
        default = ""


class CentralBlock(StructBlock):
    """The announcements that stand for the region of the site, the newest first."""

    most = IntegerBlock(
        label="Paling banyak",
        min_value=1,
        max_value=MOST_OF_A_TOPIC,
        default=USUAL,
        help_text="Berapa pengumuman yang ditampilkan, 1 sampai 5.",
    )
    topic = TopicBlock(label="Topik", help_text="Isinya selalu kata-kata pusat sendiri.")

    class Meta:
        label = "Pengumuman pusat"
        icon = "openquote"
        template = "pages/blocks/announcements.html"

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)  # type: ignore[no-untyped-call]
        page = context.get("page")
        found = _of_page(page) if page is not None else []
        if value["topic"]:
            found = [one for one in found if one.topic.key == value["topic"]]
        most = min(value["most"] or USUAL, MOST_OF_A_TOPIC)
        return context | {
            "has_reader": page is not None,
            "announcements": found[:most],
            "portal_url": portal_url(f"{prefix()}/"),
        }


def _of_page(page: Any) -> list[Announcement]:
    """Asked once for a page, however many of these blocks it has."""
    kept: dict[str, list[Announcement]] = page.__dict__.setdefault(KEPT, {})
    code = page.reader_region.pk
    if code not in kept:
        kept[code] = newest_of_topics(code)
    return kept[code]
