"""Share pictures over HTTP: drawn for live pages only, one for each."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.machines.share_picture.keeping import picture_file
from selaras.pages.machines.visible import shown
from selaras.pages.models import BasePage
from selaras.pages.sites import SiteFrame

YEAR = 31_536_000


@require_safe
def share_picture(request: HttpRequest, page_id: str, digest: str) -> HttpResponseBase:
    """The picture at an address that never gets another; an older address leads to today's."""
    institution = getattr(request, "institution", None)
    found = shown(institution).filter(pk=page_id).first()
    page = found.specific if found else None
    if institution is None or not isinstance(page, BasePage):
        raise Http404
    page.institution = institution  # asked for already
    shared = SharePicture(page, SiteFrame(institution).profile)
    if digest != shared.card.digest:
        response = HttpResponse(status=302, headers={"Location": shared.address})
        patch_cache_control(response, public=True, max_age=60)
        return response
    picture = FileResponse(picture_file(shared).open("rb"), content_type="image/png")
    patch_cache_control(picture, public=True, max_age=YEAR, immutable=True)
    return picture
