"""What the room adds to Wagtail's admin: a page that says what nobody stated is not published."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from selaras.pages.admin import hooks as screens
from selaras.pages.editing import hooks as editing
from selaras.pages.errors import NeverStated
from selaras.pages.models import BasePage
from selaras.pages.old_addresses import redirect_numbered
from selaras.pages.publishing import facts_never_stated


def refuse_what_was_never_stated(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Back to the editor, with the reason; the draft is saved already.

    Wagtail's form for a new page has made it live before it asks; that is taken back.
    """
    if not isinstance(page, BasePage):
        return None
    region = page.institution.region
    missing = facts_never_stated(page.embedding_data(), region)
    if not missing:
        return None
    if request.resolver_match and request.resolver_match.view_name == "wagtailadmin_pages:add":
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    messages.error(request, str(NeverStated(missing, region)))
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_many(
    request: HttpRequest, action: str, pages: Sequence[Page], view: BulkAction
) -> HttpResponse | None:
    """The same for pages that were ticked in a list: all of them are published, or none."""
    if action != "publish":
        return None
    refused = False
    for page in pages:
        newest = page.get_latest_revision_as_object()
        if isinstance(newest, BasePage):
            region = newest.institution.region
            missing = facts_never_stated(newest.embedding_data(), region)
            if missing:
                refused = True
                messages.error(request, f"{page.title}: {NeverStated(missing, region)}")
    return redirect(view.next_url) if refused else None


hooks.register("before_publish_page", refuse_what_was_never_stated)
hooks.register("before_bulk_action", refuse_many)
hooks.register("before_serve_page", redirect_numbered)
editing.register()
screens.register()
