"""What rooms above say to machines in the head of an announcement's page, or of their list."""

from collections.abc import Callable, Collection

from django.utils.safestring import SafeString

from selaras.announcements.models import Announcement
from selaras.institutions.models import Region

# Asked with an announcement and the regions that it concerns, or with None for the list.
Provider = Callable[[Announcement | None, Collection[Region]], SafeString]

_providers: dict[str, Provider] = {}


def tells_head(name: str) -> Callable[[Provider], Provider]:
    """Name a function that writes elements of a head, safe HTML without inline scripts."""

    def register(provider: Provider) -> Provider:
        _providers[name] = provider
        return provider

    return register


def head_of(
    announcement: Announcement | None = None, regions: Collection[Region] = ()
) -> list[SafeString]:
    return [_providers[name](announcement, regions) for name in sorted(_providers)]
