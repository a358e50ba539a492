"""Two people wrote at once: what to do with the version that was kept."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.pages.editing.seen import key_of
from selaras.pages.editing.services import take_version
from selaras.pages.editing.words import saved_at, saved_by


@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
    """Who saved when, and three ways on: compare, use the newest version, or use the own one."""
    page = get_object_or_404(Page, pk=page_id).specific
    user = _editor(request, page)
    kept = get_object_or_404(page.revisions, pk=revision_id)
    newest = page.get_latest_revision()
    if newest is None or newest.pk == kept.pk:
        return redirect("wagtailadmin_pages:edit", page.pk)
    if request.method == "POST":
        return _take(request, page, kept, user)
    return render(request, "pages/editing/conflict.html", _context(page, kept, newest, user))


def _editor(request: HttpRequest, page: Page) -> User:
    if not isinstance(request.user, User) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return request.user


def _take(request: HttpRequest, page: Page, kept: Revision, user: User) -> HttpResponse:
    over = page.revisions.filter(pk=key_of(request.POST.get("over", ""))).first()
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        messages.error(request, "Halaman ini dikunci; versi Anda tetap di riwayat.")
        return redirect(request.path)
    try:
        if over is None or over.created_at.isoformat() != request.POST.get("over_at"):
            raise Refused("Halaman ini baru saja disimpan lagi.", "Lihat versi yang terbaru dulu.")
        take_version(page=page, kept=kept, over=over, user=user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(request.path)
    messages.success(request, "Tulisan Anda kini versi terbaru. Versi yang lain ada di riwayat.")
    return redirect("wagtailadmin_pages:edit", page.pk)


def _context(page: Page, kept: Revision, newest: Revision, user: User) -> dict[str, Any]:
    title = page.get_admin_display_title()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {
        "page": page,
        "newest": newest,
        "newest_at": newest.created_at.isoformat(),
        "who": saved_by(newest, user),
        "when": saved_at(page, newest),
        "edit_url": edit,
        "compare_url": reverse(
            "wagtailadmin_pages:revisions_compare", args=[page.pk, newest.pk, kept.pk]
        ),
        "history_url": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "page_title": "Ditulis bersamaan",
        "page_subtitle": title,
        "header_icon": "warning",
        "header_title": "Ditulis bersamaan",
        "breadcrumbs_items": [
            {"url": edit, "label": title},
            {"url": "", "label": "Ditulis bersamaan"},
        ],
    }
