"""What the screens of alignment share."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View

from selaras.alignment.boards.scope import Scope, scope_of
from selaras.institutions.people.views.base import Screen as EditorsScreen

TITLE = "Keselarasan"
ICON = "circle-check"
PER_PAGE = 25


class Screen(EditorsScreen):
    """`here` says which of the two sides is shown: the own texts, or the board."""

    header_icon = ICON
    here = "list"

    @cached_property
    def scope(self) -> Scope:
        """What the person sees of others; empty for most."""
        return scope_of(self.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"here": self.here, "scope": self.scope}


class Export(Screen, View):
    """Rows as a file. Taking it is itself an act: only by POST."""

    http_method_names = ("post",)

    def file(self, lines: Iterator[str], name: str) -> HttpResponse | StreamingHttpResponse:
        named = f"{name}-{timezone.localtime():%Y%m%d-%H%M}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{named}"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
