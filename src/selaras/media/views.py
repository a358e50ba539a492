"""Media over HTTP, without a web server in front: renditions and documents on every host.

Originals are for the editors' host alone: they still carry what the camera noted.
"""

import logging
import mimetypes
from threading import BoundedSemaphore
from typing import BinaryIO, cast

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from selaras.look.middleware import UPLOADED_POLICY
from selaras.media.models import File
from selaras.media.queries import rendition_at

logger = logging.getLogger(__name__)

FOREVER = "public, max-age=31536000, immutable"
OCTETS = "application/octet-stream"
PUBLIC = "images/"
PRIVATE = ("original_images/", "avatar_images/")
# An opened original takes up to 200 MB of memory: few are opened at the same time.
_opening = BoundedSemaphore(2)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition, made if need be; on the editors' host also an original, for who signed in."""
    if path.startswith(PUBLIC):
        return _picture(_stored(path) or _made(path), path, keep=FOREVER)
    if path.startswith(PRIVATE) and request.user.has_perm("wagtailadmin.access_admin"):
        stored = _stored(path)
        if stored is not None:
            return _picture(stored, path, keep="private, no-cache")
    raise Http404


def _picture(content: BinaryIO, path: str, *, keep: str) -> FileResponse:
    headers = {"Cache-Control": keep, "Content-Security-Policy": UPLOADED_POLICY}
    return FileResponse(content, content_type=_type(path), headers=headers)


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """A document, always as a download; one of a restricted collection is not public."""
    file = get_object_or_404(File.objects.select_related("collection"), pk=document_id)
    hidden = file.collection.get_view_restrictions().exists()
    if hidden or file.filename != document_filename:
        raise Http404
    try:
        etag = quote_etag(file.get_file_hash())
    except FileNotFoundError:
        raise Http404 from None
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    content = _stored(file.file.name or "")
    if content is None:
        raise Http404
    response = FileResponse(
        content, as_attachment=True, filename=file.filename, content_type=file.content_type
    )
    response.headers["Content-Security-Policy"] = UPLOADED_POLICY
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["ETag"] = etag
    return response


def _stored(path: str) -> BinaryIO | None:
    """The file at a path of the storage, if there is one; no path leads out of the storage."""
    try:
        return cast("BinaryIO", default_storage.open(path))
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        return None
    except SuspiciousFileOperation:
        raise Http404 from None


def _made(path: str) -> BinaryIO:
    try:
        with _opening:
            rendition = rendition_at(path)
    except OSError as error:
        logger.warning("the original of %s cannot be read: %s", path, error)
        raise Http404 from error
    if rendition is None:
        raise Http404
    return cast("BinaryIO", rendition.file.storage.open(rendition.file.name or ""))


def _type(path: str) -> str:
    """Of pictures only: whatever else may lie there is never shown as a page."""
    guessed = mimetypes.guess_type(path)[0] or ""
    return guessed if guessed.startswith("image/") and "svg" not in guessed else OCTETS
