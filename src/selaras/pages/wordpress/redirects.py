"""Old addresses that go on working: Wagtail's redirects of the institution's site.

They answer once the old domain points here. `/?p=12` is an address of the home page, which
exists, so that a redirect alone would never be asked: `selaras.pages.old_addresses` asks it.
"""

from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.media.addresses import picture_address
from selaras.media.models import File, Picture
from selaras.pages.wordpress.oldsite import UPLOADS

LONGEST = 255


def numbered(kind: str, wp_id: int) -> str:
    """The address by which WordPress knows a post or a page before it has a name."""
    return f"/?page_id={wp_id}" if kind == "page" else f"/?p={wp_id}"


def keep_page_address(institution: Institution, old_path: str, page: Page) -> str:
    """Let an old address lead to a page; returns what keeps it from doing so, or nothing."""
    path = Redirect.normalise_path(old_path)
    if path in {"/", _own_path(page)}:
        return ""
    if len(path) > LONGEST:
        return f"Alamat lamanya terlalu panjang untuk dialihkan: {path[:80]}…"
    found, made = Redirect.objects.get_or_create(
        site=institution.site, old_path=path, defaults={"redirect_page": page}
    )
    if made or found.redirect_page_id == page.pk:
        return ""
    return f"Alamat lamanya {path} sudah mengarah ke halaman lain."


def keep_upload_address(institution: Institution, path: str, target: Picture | File | None) -> None:
    """Let the old address of an upload lead to the document, or to the picture at its widest."""
    if not path or target is None:
        return
    old_path = Redirect.normalise_path(f"{UPLOADS}{path}")
    link = institution.url + address_of(target)
    if max(len(old_path), len(link)) <= LONGEST:
        Redirect.objects.get_or_create(
            site=institution.site, old_path=old_path, defaults={"redirect_link": link}
        )


def address_of(target: Picture | File) -> str:
    """The path at which everyone gets a document, or a picture at its widest."""
    if isinstance(target, Picture):
        return picture_address(target, "hero")
    return str(target.url)


def _own_path(page: Page) -> str:
    parts = page.get_url_parts()
    return Redirect.normalise_path(uri_to_iri(parts[2])) if parts else ""
