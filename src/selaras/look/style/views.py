"""The style page: colours with their contrast, letters, spaces, and every component."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from selaras.look.style.palette import colours, pairs
from selaras.look.style.samples import Sample, all_samples

SPACES = ["s1", "s2", "s3", "s4", "s5", "s6", "s7"]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    context = {
        "colours": list(colours().values()),
        "pairs": pairs(),
        "spaces": SPACES,
        "samples": [shown for sample in all_samples() if (shown := _shown(sample, request))],
    }
    return render(request, "look/style/guide.html", context)


def _shown(sample: Sample, request: HttpRequest) -> tuple[Sample, SafeString] | None:
    context = sample.context()
    if context is None:
        return None
    return sample, render_to_string(sample.template, context, request)
