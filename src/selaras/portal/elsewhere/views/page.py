"""The page for those who make websites: choose, see, and copy the code. Works without scripts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.portal.elsewhere.choosing import (
    ANNOUNCEMENTS,
    choice_of,
    forms,
    modes,
    offered,
)
from selaras.portal.elsewhere.snippets import script_path, snippets_of


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    types = list(offered())
    choice = choice_of(request.GET, types)
    snippets = snippets_of(choice) if choice.region else None
    return render(
        request,
        "portal/sematan/page.html",
        {
            "types": types,
            "choice": choice,
            "announcements": ANNOUNCEMENTS,
            "forms": forms(),
            "modes": modes(),
            "snippets": snippets,
            "script": script_path(),
        },
    )
