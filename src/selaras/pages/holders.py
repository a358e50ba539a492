"""Pages as holders of embeds: what stands in the live text and in the newest draft."""

import json
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from wagtail.models import Revision

from selaras.embeds.holders import HeldText, HolderKind
from selaras.embeds.models import FactUse
from selaras.institutions.models import Institution
from selaras.pages.models import BasePage, ContentPage

KIND = "page"


def everything() -> Iterator[HeldText]:
    """Every live page, and every draft that differs from it; a fixed number of queries."""
    institution_at = {
        institution.site.root_page.path: institution
        for institution in Institution.objects.select_related("site__root_page")
        if institution.site is not None
    }
    for model in ContentPage.__subclasses__():
        yield from _of_one_type(model, institution_at)


def _of_one_type(
    model: type[ContentPage], institution_at: dict[str, Institution]
) -> Iterator[HeldText]:
    drafts = Revision.objects.in_bulk(
        model.objects.exclude(latest_revision=None)
        .filter(has_unpublished_changes=True)
        .values_list("latest_revision_id", flat=True)
    )
    for page in model.objects.iterator(chunk_size=500):
        institution = institution_at.get(page.path[: 2 * page.steplen])
        if institution is None:
            continue
        if page.live:
            yield held(page, institution, FactUse.State.LIVE, page.embedding_data())
        draft = drafts.get(page.latest_revision_id)
        if draft is not None:
            data = stored_data(draft.content)
            yield held(page, institution, FactUse.State.DRAFT, data)


def held(page: BasePage, institution: Institution, state: FactUse.State, data: Any) -> HeldText:
    return HeldText(str(page.pk), page.title, institution, state, data)


def stored_data(content: dict[str, Any]) -> list[Any]:
    """The fields of a revision; a stream field is kept there as JSON text."""
    return [
        json.loads(value) if isinstance(value, str) and value.startswith("[") else value
        for value in content.values()
    ]


def edit_url(page_id: str) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])


PAGES = HolderKind(KIND, "halaman", everything, edit_url)
