"""Named places on the portal that other rooms fill; a place that nobody fills is not there.

A provider is asked at every view of a page, with the request and with the region that the page
is about, None on the portal's home. It answers with HTML, rendered and safe (`render_to_string`),
or with None where it has nothing to say now. Its HTML is one `<section>` with a heading of the
second level, has no inline script or style, and costs a number of queries that does not grow.

A room above this one registers in its own `AppConfig.ready`. For a room below, which may not
import this one, `PortalConfig.ready` registers what that room offers.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from selaras.institutions.models import Region

Provider = Callable[[HttpRequest, Region | None], str | None]

# In the order in which they stand on the page.
SLOTS = ("hoaxes", "channels", "relays")

_providers: dict[str, Provider] = {}


def register(slot: str, provider: Provider) -> None:
    """Fill a slot. Raises ValueError if there is no such slot, or another room fills it."""
    if slot not in SLOTS:
        raise ValueError(f"no slot {slot!r}: {', '.join(SLOTS)}")
    if _providers.get(slot, provider) != provider:
        raise ValueError(f"slot {slot!r} is filled already")
    _providers[slot] = provider


def filled(request: HttpRequest, region: Region | None = None) -> list[SafeString]:
    """What stands in the slots now, in order; what is not safe HTML is escaped."""
    parts = (_providers[slot](request, region) for slot in SLOTS if slot in _providers)
    return [conditional_escape(part) for part in parts if part]
