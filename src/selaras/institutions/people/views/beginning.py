"""The first steps of a new person."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.models import User
from selaras.institutions.people.onboarding import steps
from selaras.institutions.people.services import put_away, tick_off
from selaras.institutions.people.views.base import Screen


class FirstStepsView(Screen, TemplateView):
    template_name: Any = "institutions/people/beginning.html"
    page_title: Any = "Langkah pertama"
    header_icon = "list-ul"


@require_POST
def tick_off_step(request: HttpRequest, key: str) -> HttpResponse:
    """Only a step that she ticks off herself; what can be seen is not said."""
    known = {one.key for one in steps() if one.done is None}
    if key not in known:
        raise Http404
    tick_off(user=_user(request), key=key)
    return _back(request)


@require_POST
def put_steps_away(request: HttpRequest) -> HttpResponse:
    put_away(user=_user(request))
    messages.success(request, "Daftar langkah pertama ditutup.")
    return _back(request)


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("an anonymous request passed the editors' sign-in")
    return request.user


def _back(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if own else reverse("wagtailadmin_home"))
