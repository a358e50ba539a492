"""The answer to a form whose page is too old, or was not ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    if getattr(request, "host_kind", None) != "editor":
        answer: HttpResponse = csrf_failure(request, reason=reason)
        return answer
    return render(request, "accounts/stale.html", status=403)
