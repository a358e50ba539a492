"""Wagtail's text editor with clean content; named in the settings."""

from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.rich_text import features as registry

from selaras.pages.editing.content import clean


class CleanConverter(ContentstateConverter):
    """From the editor's content to stored HTML: only what the features of the text allow."""

    def __init__(self, features: list[str]) -> None:
        super().__init__(features)  # type: ignore[no-untyped-call]
        self.blocks, self.entities = {"unstyled", "atomic"}, set[str]()
        for feature in features:
            rule = registry.get_converter_rule("contentstate", feature) or {}
            known = rule.get("to_database_format", {})
            self.blocks |= known.get("block_map", {}).keys()
            self.entities |= known.get("entity_decorators", {}).keys()

    def to_database_format(self, contentstate_json: str) -> str:
        content = clean(contentstate_json, blocks=self.blocks, entities=self.entities)
        html: str = super().to_database_format(content)  # type: ignore[no-untyped-call]
        return html


class CleanRichTextArea(DraftailRichTextArea):
    """The widget of every text with formats."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.converter = CleanConverter(self.features)
