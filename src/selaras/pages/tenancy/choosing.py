"""The chooser of pages: one's own. Pages of other institutions are linked by their address."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.template.response import TemplateResponse
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views import chooser
from wagtail.coreutils import get_content_languages
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.permissions import policy_registry

from selaras.institutions.access import is_key
from selaras.pages.states import with_states
from selaras.pages.tenancy.knowing import knowing
from selaras.pages.tenancy.scope import explorable_pages, own_pages

PER_PAGE = 25


def only_own(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """For every chooser that asks the hook."""
    return pages.filter(pk__in=explorable_pages(request.user).values("pk"))


class OwnBrowsing(chooser.BrowseView):
    """Begins at one's own site: Wagtail begins at what all pages of a type have in common."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        _require_keys(request.GET, "target_pages[]")
        if parent_page_id is None:
            policy: Any = policy_registry.get_by_type(Page)
            root = policy.explorable_root_instance(request.user)
            if root is None:
                raise Http404
            parent_page_id = root.pk
        response: HttpResponse = super().get(request, parent_page_id)  # type: ignore[no-untyped-call]
        return response

    def get_object_list(self) -> QuerySet[Page]:
        return knowing(with_states(super().get_object_list()))  # type: ignore[no-untyped-call]


class OwnFinding(chooser.SearchView):
    """Wagtail's asks two queries for each page that it found."""

    i18n_enabled = False

    def get(self, request: HttpRequest) -> HttpResponse:
        self.is_multiple_choice = request.GET.get("multiple")
        wanted = request.GET.get("page_type") or chooser.base_page_type_string
        try:
            types = chooser.page_models_from_string(wanted)
        except (ValueError, LookupError) as unknown:
            raise Http404 from unknown
        form = SearchForm(request.GET)
        words = form.cleaned_data["q"] if form.is_valid() else ""
        pages: Any = own_pages(request.user).type(*types)  # type: ignore[attr-defined]
        pages = knowing(with_states(pages)).autocomplete(words) if words else pages.none()  # type: ignore[attr-defined]
        found = Paginator(pages, PER_PAGE).get_page(request.GET.get("p"))
        for page in found:
            page.can_choose, page.is_parent_page = True, False
        table = chooser.PageChooserTable(self.columns, found)
        context = {"searchform": form, "table": table, "pages": found, "page_type_string": wanted}
        shown = chooser.shared_context(request, context)
        return TemplateResponse(request, "wagtailadmin/chooser/_search_results.html", shown)


class OwnChosen(chooser.ChosenMultipleView):
    """Several that were ticked in the chooser; foreign ones are passed over."""

    def get(self, request: HttpRequest) -> HttpResponse:
        _require_keys(request.GET, "id")
        own = own_pages(request.user).filter(pk__in=request.GET.getlist("id"))
        kept = request.GET.copy()
        kept.setlist("id", [str(key) for key in own.values_list("pk", flat=True)])
        vars(request)["GET"] = kept
        response: HttpResponse = super().get(request)  # type: ignore[no-untyped-call]
        return response


class OwnLinking(chooser.ExternalLinkView):
    """An address becomes a link to the page only on one's own sites.

    Wagtail would answer with the newest title of whatever page has that address, drafts included.
    """

    def post(self, request: HttpRequest) -> HttpResponse:
        if f"{self.form_prefix}-url" not in request.POST:
            return HttpResponseBadRequest()  # Wagtail's form breaks on it
        vars(request)["_wagtail_cached_site_root_paths"] = list(_own_roots(request))
        response: HttpResponse = super().post(request)  # type: ignore[no-untyped-call]
        return response


def _own_roots(request: HttpRequest) -> Any:
    language = next(iter(get_content_languages()))
    own = explorable_pages(request.user).filter(depth=2)
    sites = Site.objects.filter(root_page__in=own).select_related("root_page", "institution")
    for site in sites:
        yield SiteRootPath(site.pk, site.root_page.url_path, site.institution.url, language)


def _require_keys(query: QueryDict, name: str) -> None:
    if not all(is_key(key) for key in query.getlist(name) if key):
        raise Http404
