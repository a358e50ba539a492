"""On a public page: the text of another institution from which it began."""

from typing import Any

from django import template

from selaras.pages.adopting.queries import public_text
from selaras.pages.models import AdoptedText, Adoption, BasePage

register = template.Library()
KEPT = "_public_source"


@register.simple_tag
def source_of(page: Any) -> dict[str, Any] | None:
    """`text`, and whether it `is_withdrawn`; None for a page of one's own. Asked once a page."""
    if not isinstance(page, BasePage) or page.pk is None:
        return None
    if KEPT not in page.__dict__:
        text = public_text(page)
        page.__dict__[KEPT] = _told(text) if text else None
    found: dict[str, Any] | None = page.__dict__[KEPT]
    return found


def _told(text: AdoptedText) -> dict[str, Any]:
    announced = text.adoption.kind == Adoption.Kind.ANNOUNCEMENT
    page, announcement = text.source_page, text.announcement
    if announced:
        withdrawn = announcement is None or announcement.recalled_at is not None
    else:
        withdrawn = page is None or not page.live
    return {"text": text, "is_announcement": announced, "is_withdrawn": withdrawn}
