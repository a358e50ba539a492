"""Where facts are used: every text that says a fact, as far as the person may see it."""

from collections.abc import Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from selaras.embeds.choosing import matching_types
from selaras.embeds.grouping import DRAFT, LIVE, groups_of, institutions_using
from selaras.embeds.holders import holder_kinds
from selaras.embeds.models import FactUse
from selaras.embeds.policies import uses_for
from selaras.embeds.queries import UsesUnknown, require_known, where_used
from selaras.embeds.widgets import ICON
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.facts.results import State
from selaras.institutions.queries import institutions_of

PER_PAGE = 100
INSTITUTIONS_PER_PAGE = 25
STATES = {
    State.CURRENT: gettext_lazy("berlaku"),
    State.ENDED: gettext_lazy("berakhir"),
    State.UPCOMING: gettext_lazy("belum berlaku"),
    State.WITHDRAWN: gettext_lazy("ditarik"),
    State.NEVER: gettext_lazy("belum ditetapkan"),
}


class UsesPaginator(WagtailPaginator):
    verbose_name = verbose_name_plural = gettext_lazy("pemakaian")


class InstitutionsPaginator(WagtailPaginator):
    verbose_name = verbose_name_plural = gettext_lazy("instansi")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The fact types with the number of texts that say them."""
    query = request.GET.get("q", "").strip()
    context = _furniture(_("Pemakaian fakta"), [])
    try:
        require_known()
    except UsesUnknown as unknown:
        return render(request, "embeds/editor/uses.html", {**context, "unknown": unknown})
    counted = matching_types(query).annotate(
        live=Count("uses", filter=Q(uses__state=FactUse.State.LIVE)),
        drafts=Count("uses", filter=Q(uses__state=FactUse.State.DRAFT)),
    )
    paginator = WagtailPaginator(counted, PER_PAGE)
    found = paginator.get_page(request.GET.get("p"))
    context |= {"query": query, **_paged(paginator, found)}
    return render(request, "embeds/editor/uses.html", context)


@require_safe
def of_type(request: HttpRequest, type_id: UUID) -> HttpResponse:
    """Who says one fact, by institution with what its readers see today, drafts included.

    With `instansi` all texts of that institution.
    """
    fact_type = get_object_or_404(fact_types(), pk=type_id)
    above = [{"url": reverse("embeds:uses"), "label": _("Pemakaian fakta")}]
    context = _furniture(fact_type.label, above) | {"fact_type": fact_type}
    try:
        everything = where_used(fact_type)
    except UsesUnknown as unknown:
        return render(request, "embeds/editor/uses_of_type.html", {**context, "unknown": unknown})
    visible, others = uses_for(request.user, fact_type, everything)
    context |= {"others": others}
    slug = request.GET.get("instansi")
    shown = (
        _of_one(request, visible, slug) if slug else _by_institution(request, fact_type, visible)
    )
    return render(request, "embeds/editor/uses_of_type.html", context | shown)


def _by_institution(
    request: HttpRequest, fact_type: FactType, visible: QuerySet[FactUse]
) -> dict[str, Any]:
    paginator = InstitutionsPaginator(institutions_using(visible), INSTITUTIONS_PER_PAGE)
    found = paginator.get_page(request.GET.get("p"))
    groups = groups_of(fact_type, visible, list(found))
    rows = iter(_with_links(request, [use for group in groups for use in group.uses]))
    listed = [
        {"group": group, "rows": list(islice(rows, len(group.uses))), "state": STATES[group.state]}
        for group in groups
    ]
    totals = visible.aggregate(live=Count("pk", filter=LIVE), drafts=Count("pk", filter=DRAFT))
    return {"groups": listed, "totals": totals, **_paged(paginator, found)}


def _of_one(request: HttpRequest, visible: QuerySet[FactUse], slug: str) -> dict[str, Any]:
    paginator = UsesPaginator(visible.filter(institution__slug=slug), PER_PAGE)
    found = paginator.get_page(request.GET.get("p"))
    if not found.object_list:
        raise Http404
    return {"rows": _with_links(request, list(found)), **_paged(paginator, found)}


def _with_links(request: HttpRequest, uses: Sequence[FactUse]) -> list[dict[str, Any]]:
    """A text is linked where the person may edit it: a superuser, or in an institution of hers."""
    kinds = holder_kinds()
    mine = set(institutions_of(request.user).values_list("pk", flat=True))
    return [
        {
            "use": use,
            "kind": kinds[use.holder_kind].label if use.holder_kind in kinds else "",
            "url": kinds[use.holder_kind].edit_url(use.holder_id)
            if use.holder_kind in kinds
            and (request.user.is_superuser or use.institution_id in mine)
            else "",
        }
        for use in uses
    ]


def _paged(paginator: WagtailPaginator, found: Any) -> dict[str, Any]:
    return {
        "found": found,
        "elided_page_range": list(paginator.get_elided_page_range(found.number)),
    }


def _furniture(title: str, above: list[dict[str, str]]) -> dict[str, Any]:
    home = {"url": reverse("wagtailadmin_home"), "label": _("Beranda")}
    return {
        "header_title": title,
        "header_icon": ICON,
        "breadcrumbs_items": [home, *above, {"url": "", "label": title}],
    }
