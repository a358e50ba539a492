"""Copies of pages are drafts: what was approved is the page, not its copy elsewhere."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class DraftCopyForm(CopyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
