"""One release: what it holds, whether it could go, what is done with it, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.accounts.models import User
from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.common.errors import Refused
from selaras.pages.admin.access import EditorsView, crumbs
from selaras.pages.models import Release, ReleaseItem
from selaras.pages.releases.examining import Examined, examine
from selaras.pages.releases.policies import may_arm, may_stop
from selaras.pages.releases.problems import Kind
from selaras.pages.releases.queries import mark_of, releases_for
from selaras.pages.releases.screens.listing import ICON, TITLE, state_words, to_the_second
from selaras.pages.releases.services import arm, cancel, disarm

ARM = "siapkan"
POINTS = {
    Kind.APPROVED: "Disetujui",
    Kind.FACTS: "Faktanya dinyatakan",
    Kind.ADDRESS: "Alamatnya bebas",
    Kind.FREE: "Tidak terhalang",
}
Act = Callable[[Release, User, str], None]


def _arm(release: Release, user: User, seen: str) -> None:
    arm(release=release, user=user, seen=seen)


def _disarm(release: Release, user: User, seen: str) -> None:
    disarm(release=release, user=user)


def _cancel(release: Release, user: User, seen: str) -> None:
    cancel(release=release, user=user)


ACTS: dict[str, tuple[Act, str]] = {
    ARM: (_arm, "Rilis siap; halamannya terkunci sampai waktunya."),
    "urungkan": (_disarm, "Kesiapan dibatalkan; halamannya dapat diubah lagi."),
    "batalkan": (_cancel, "Rilis dibatalkan."),
}


@dataclass(frozen=True)
class Row:
    """A page of the release on screen: each point with whether it holds, and what is wrong."""

    item: ReleaseItem
    points: list[tuple[str, bool]]
    words: list[str]


class ReleaseView(RecentSecondFactor, EditorsView, WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/releases/show.html"
    header_icon = ICON
    refused: Refused | None = None

    def step_up_required(self) -> bool:
        """Announcing needs a second factor that was given lately, and so does preparing it."""
        return self.request.POST.get("act") == ARM and bool(self.release.document)

    @cached_property
    def release(self) -> Release:
        people = ("made_by", "changed_by", "armed_by", "announcement", "institution__site")
        found = releases_for(self.user).select_related("institution__region", *people)
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.release.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs((reverse("releases:list"), TITLE), ("", self.release.title))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        act, done = ACTS.get(request.POST.get("act", ""), (None, ""))
        if act is None:
            raise Http404
        try:
            act(self.release, self.user, request.POST.get("seen", ""))
        except Refused as refusal:
            self.refused = refusal
            self.__dict__.pop("release", None)
            response: HttpResponseBase = self.get(request, *args, **kwargs)
            return response
        messages.success(request, done)
        return redirect("releases:show", self.release.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        release, state = self.release, Release.State
        waiting = release.state in (state.DRAFT, state.READY)
        examined = examine(release) if waiting else None
        items = examined.items if examined else list(release.items.order_by("title", "pk"))
        return context | {
            "release": release,
            "region": release.institution.region,
            "state": state_words(release),
            "moment": to_the_second(release),
            "rows": [_row(item, examined) for item in items],
            "general": examined.general if examined else release.problem.splitlines(),
            "checked": examined.checked if examined else None,
            "is_fine": examined is not None and examined.is_fine,
            "refused": self.refused,
            "seen": mark_of(release),
            "may_arm": may_arm(self.user, release),
            "may_stop": may_stop(self.user, release),
            "second_factor_due": bool(release.document) and not is_recent(self.request),
        }


def _row(item: ReleaseItem, examined: Examined | None) -> Row:
    if examined is None:
        return Row(item, [], item.problem.splitlines())
    bad = {problem.kind for problem in examined.found.get(item.pk, ())}
    points = [(label, kind not in bad) for kind, label in POINTS.items()]
    return Row(item, points, examined.words_of(item))
