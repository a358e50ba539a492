"""`{% machine_head as head %}`: what the head of this page says to machines, or nothing."""

from typing import Any, cast

from django import template

from selaras.pages.machines.head import Head, head_of
from selaras.pages.machines.showing import Shown
from selaras.pages.models import BasePage

register = template.Library()


@register.simple_tag(takes_context=True)
def machine_head(context: template.RequestContext) -> Head | None:
    """None for a page that is not public: a preview of a new one, or one that is gone."""
    page = context.get("page")
    if not isinstance(page, BasePage):
        page = None
    elif page.pk is None or not page.live:
        return None
    given = cast("dict[str, Any]", context.flatten())
    listed = given.get("shown") or given.get("articles")
    return head_of(
        Shown(
            request=given["request"],
            institution=given.get("institution"),
            profile=given["frame"].profile,
            page=page,
            part=given.get("part"),
            parts=given.get("parts", ()),
            listed=listed if hasattr(listed, "paginator") else None,
            subject=given.get("subject"),
            search_address=given.get("search_address", ""),
        )
    )
