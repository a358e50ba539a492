"""How tests ask for what machines read."""

import io
import json
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree, html
from PIL import Image

from selaras.institutions.models import Institution
from selaras.media.models import Picture
from selaras.media.services import add_picture
from selaras.pages.tests.making import BANDUNG, HOST

PORTAL = "localhost"


def get(path: str, host: str = HOST, **headers: str) -> HttpResponse:
    response: HttpResponse = Client().get(path, headers={"host": host, **headers})  # type: ignore[assignment]
    return response


def body(path: str, host: str = HOST) -> bytes:
    response = get(path, host)
    assert response.status_code == 200, path
    return b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]


def xml(path: str, host: str = HOST) -> etree._Element:
    return etree.fromstring(body(path, host))


def head(path: str, host: str = HOST) -> html.HtmlElement:
    return html.document_fromstring(body(path, host).decode()).head


def nodes(path: str, host: str = HOST) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    (script,) = head(path, host).xpath("script[@type='application/ld+json']")
    told = json.loads(script.text)
    assert told["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = told["@graph"]
    return found


def queries_of(path: str, host: str = HOST) -> int:
    """Of a warm process."""
    body(path, host)
    with CaptureQueriesContext(connection) as captured:
        body(path, host)
    return len(captured)


def picture(image_format: str = "JPEG", size: tuple[int, int] = (1600, 900)) -> Picture:
    """A picture in the library of Bandung; a PNG of it is seen through."""
    seen_through = image_format == "PNG"
    image = Image.new("RGBA" if seen_through else "RGB", size, (200, 30, 30))
    content = io.BytesIO()
    image.save(content, image_format)
    content.seek(0)
    return add_picture(
        actor="uji",
        institution=Institution.objects.get(slug=BANDUNG),
        file=content,
        name=f"gambar.{image_format.lower()}",
        size=len(content.getvalue()),
        description="Sebuah gambar",
        credit="Humas",
    )
