"""The chooser of facts in the text editor: a list, then options with a preview."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.paginator import WagtailPaginator
from wagtail.models import Page

from selaras.embeds.choosing import in_use, matching_types, offers
from selaras.embeds.editor import chip_text, entity_data, region_of
from selaras.embeds.forms import OptionsForm
from selaras.embeds.reading import Reading
from selaras.embeds.spec import EmbedSpec, InvalidEmbed
from selaras.embeds.words import note_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.facts.results import State
from selaras.institutions.models import Region

PER_PAGE = 20


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Step 1 as a modal: search, and the first page of the list."""
    return _step("choose", request, _listing(request))


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """The list alone, for another word or page."""
    return render(request, "embeds/editor/choose_results.html", _listing(request))


def options(request: HttpRequest, type_id: UUID) -> HttpResponse:
    """Step 2: the form; a valid one answers with the entity for the text."""
    fact_type = fact_types().filter(pk=type_id).first()
    if fact_type is None:
        return redirect(f"{reverse('embeds:choose')}?{_page_query(request)}")
    region = _region(request)
    form = _form(request, fact_type, region)
    if form.is_bound and form.is_valid():
        spec = form.spec()
        chosen = {"data": entity_data(spec), "text": chip_text(spec, Reading(region))}
        return JsonResponse({"step": "chosen", "result": chosen})
    context = {"fact_type": fact_type, "form": form, "page_query": _page_query(request)}
    return _step("options", request, context | _preview(form, region))


@require_POST
def preview(request: HttpRequest, type_id: UUID) -> HttpResponse:
    """What readers would see with the options as they stand in the form."""
    fact_type = get_object_or_404(FactType, pk=type_id)
    region = _region(request)
    form = _form(request, fact_type, region)
    return render(request, "embeds/editor/preview.html", _preview(form, region))


def _step(name: str, request: HttpRequest, context: dict[str, Any]) -> JsonResponse:
    """What Wagtail's modal expects: the HTML, and the name of the step that wires it."""
    html = render_to_string(f"embeds/editor/{name}.html", context, request=request)
    return JsonResponse({"html": html, "step": name})


def _region(request: HttpRequest) -> Region:
    """The region of the page being edited, or of the page below which one is being made."""
    number = request.GET.get("page", "")
    return region_of(Page.objects.filter(pk=number).first() if number.isdecimal() else None)


def _page_query(request: HttpRequest) -> str:
    number = request.GET.get("page", "")
    return f"page={number}" if number.isdecimal() else ""


def _listing(request: HttpRequest) -> dict[str, Any]:
    query = request.GET.get("q", "").strip()
    region = _region(request)
    paginator = WagtailPaginator(in_use(matching_types(query)), PER_PAGE)
    found = paginator.get_page(request.GET.get("p"))
    return {
        "query": query,
        "region": region,
        "page_query": _page_query(request),
        "found": found,
        "offers": offers(list(found), region),
        "elided_page_range": list(paginator.get_elided_page_range(found.number)),
    }


def _form(request: HttpRequest, fact_type: FactType, region: Region) -> OptionsForm:
    today = region.local(timezone.now()).date()
    data = request.POST if request.method == "POST" else None
    try:
        stored = EmbedSpec.from_attributes({**request.GET.dict(), "id": str(fact_type.pk)})
    except InvalidEmbed:
        stored = None
    initial = OptionsForm.initial_of(stored, today)
    return OptionsForm(data, fact_type=fact_type.pk, today=today, initial=initial)


def _preview(form: OptionsForm, region: Region) -> dict[str, Any]:
    """The note of the embed as it is described so far; none while the form has mistakes."""
    if form.is_bound and not form.is_valid():
        errors = [error for messages in form.errors.values() for error in messages]
        return {"region": region, "errors": errors}
    described = form if form.is_bound else _as_submitted(form)
    reader = Reading(region)
    shown = reader.show(described.spec()) if described.is_valid() else reader.show(None)
    never = shown.outcome is not None and shown.outcome.state is State.NEVER
    return {"region": region, "note": note_of(shown, reader.published_on), "never": never}


def _as_submitted(form: OptionsForm) -> OptionsForm:
    return OptionsForm(dict(form.initial), fact_type=form.fact_type, today=form.today)
