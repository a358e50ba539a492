"""The accessibility statement."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

TESTED_ON = date(2026, 11, 24)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What stands there has to be true: change it together with what is tested."""
    return render(request, "pages/accessibility.html", {"tested_on": TESTED_ON})
