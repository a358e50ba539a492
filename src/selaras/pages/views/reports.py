"""Reporting wrong information: a form, and a page that confirms with a number."""

import re

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from selaras.pages.errors import TooManyReports
from selaras.pages.models import WrongInformationReport
from selaras.pages.reporting import MOST_BYTES, ReportForm, came_from_own_page, own_path
from selaras.pages.services import receive_report
from selaras.pages.throttle import Throttle

URLENCODED = "application/x-www-form-urlencoded"
NUMBER = re.compile(r"[0-9]{6}-([0-9]{1,18})")
here_and_now = Throttle(most=30, seconds=60)


class SeeOther(HttpResponseRedirect):
    status_code = 303


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _receive(request)
    host = request.get_host()
    path = own_path(request.GET.get("halaman", ""), host)
    return _show(request, ReportForm(host=host, initial={"halaman": path or ""}))


@require_safe
def thanks(request: HttpRequest, number: str) -> HttpResponse:
    """The number says that a report came in here; it opens nothing of it but its page."""
    match = NUMBER.fullmatch(number)
    reports = WrongInformationReport.objects.select_related("institution__region")
    here = reports.filter(institution=getattr(request, "institution", None))
    found = here.filter(pk=match.group(1)).first() if match else None
    if found is None or found.number != number:
        raise Http404
    return render(request, "pages/report_thanks.html", {"report": found})


def _receive(request: HttpRequest) -> HttpResponse:
    """What was typed comes back with every refusal but that of a body too large to read."""
    sent, status = _sent(request)
    form = ReportForm(sent, host=request.get_host())
    if status:
        return _show(request, ReportForm(host=request.get_host()), _unreadable(status), status)
    if not came_from_own_page(request):
        words = _("Laporan ini dikirim dari luar situs ini. Periksa isinya, lalu kirim dari sini.")
        return _show(request, form, words, 403)
    if not form.is_valid():
        return _show(request, form, status=422)
    if not here_and_now.admits():
        return _show(request, form, str(TooManyReports()), 429)
    return _keep(request, form)


def _keep(request: HttpRequest, form: ReportForm) -> HttpResponse:
    typed = form.cleaned_data
    try:
        kept = receive_report(
            institution=getattr(request, "institution", None),
            path=typed["halaman"],
            wrong=typed["salah"],
            right=typed["benar"],
            contact=typed["kontak"],
        )
    except TooManyReports as refused:
        return _show(request, form, str(refused), 429)
    return SeeOther(reverse("pages:report_thanks", args=[kept.number]))


def _sent(request: HttpRequest) -> tuple[QueryDict | None, int]:
    """The form's fields, or the status that says why they cannot be read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST_BYTES:
        return None, 413
    if request.content_type != URLENCODED:
        return None, 415
    try:
        return request.POST, 0
    except (BadRequest, SuspiciousOperation):
        return None, 400


def _unreadable(status: int) -> str:
    if status == 413:  # noqa: PLR2004 - the code of HTTP
        return _("Laporan Anda terlalu besar. Tulis yang terpenting saja.")
    return _("Laporan Anda tidak terbaca. Isi formulir ini, lalu kirim lagi.")


def _show(
    request: HttpRequest, form: ReportForm, refused: str = "", status: int = 200
) -> HttpResponse:
    context = {"form": form, "refused": refused}
    response = render(request, "pages/report.html", context, status=status)
    if status == 429:  # noqa: PLR2004 - the code of HTTP
        response.headers["Retry-After"] = "60"
    return response
