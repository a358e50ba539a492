"""What every page of a site shows around its content: profile, menu, emergencies."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.safestring import SafeString
from wagtail.models import Page

from selaras.common.clock import now
from selaras.embeds.slots import filling, note_read
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL
from selaras.pages.band import band
from selaras.pages.models import Channel, EmergencyPage, SiteProfile
from selaras.tallies.queries import Panel, panel


@dataclass(frozen=True, slots=True)
class MenuItem:
    title: str
    slug: str


class SiteFrame:
    """The frame of one institution's site, or of the portal for None. Asks only what is shown.

    A page of the portal may be about one region.
    """

    def __init__(self, institution: Institution | None, about: Region | None = None) -> None:
        self.institution = institution
        self.about = about

    @cached_property
    def profile(self) -> SiteProfile | None:
        if self.institution is None:
            return None
        profiles = SiteProfile.objects.select_related("emblem").prefetch_related(
            "channels", "contacts", "services"
        )
        return profiles.filter(institution=self.institution).first()

    @property
    def colour(self) -> str:
        """The digits of the institution's colour, or nothing."""
        return self.profile.colour.lstrip("#").lower() if self.profile else ""

    @cached_property
    def tally(self) -> Panel | None:
        """The official count that the institution shows, in short."""
        if not self.profile or not self.profile.tally:
            return None
        note_read(f"tally:{self.profile.tally}")
        with filling():
            return panel(self.profile.tally)

    @cached_property
    def roots(self) -> list[str]:
        """The tree paths of the home pages that this frame speaks for."""
        speakers = Institution.objects.filter(
            Q(region=NATIONAL) if self.institution is None else Q(pk=self.institution.pk)
        )
        return list(speakers.exclude(site=None).values_list("site__root_page__path", flat=True))

    @cached_property
    def menu(self) -> list[MenuItem]:
        """What the editors put into the menu, in the order of the tree; paths inside the site."""
        if self.institution is None:
            return []
        open_to_all = Page.objects.live().public()
        pages = open_to_all.filter(_inside(self.roots), show_in_menus=True, depth=3)
        return [MenuItem(page.title, page.slug) for page in pages.order_by("path")]

    @cached_property
    def emergencies(self) -> list[EmergencyPage]:
        """The notices that stand above everything else now, the most severe first."""
        open_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=now())
        notices = EmergencyPage.objects.live().public().filter(_inside(self.roots), open_ended)
        found = list(notices.order_by("-severity", "-dated"))
        if self.institution is not None:
            for notice in found:
                notice.institution = self.institution
        return found

    @cached_property
    def band(self) -> SafeString:
        """What the centre announced as an emergency and still stands here."""
        if self.institution is not None:
            return band(self.institution.region_id)
        return band(self.about.pk if self.about else NATIONAL)

    def channel(self, kind: str) -> Channel | None:
        """The institution's channel of that kind, if its profile names one."""
        channels = self.profile.channels.all() if self.profile else []
        return next((channel for channel in channels if channel.kind == kind), None)

    @property
    def google_news(self) -> Channel | None:
        return self.channel(Channel.Kind.GOOGLE_NEWS)

    @property
    def telegram(self) -> Channel | None:
        return self.channel(Channel.Kind.TELEGRAM)


def _inside(roots: list[str]) -> Q:
    """The condition that a page lies below one of these; nothing lies below none."""
    inside = Q(pk__in=[])
    for root in roots:
        inside |= Q(path__startswith=root)
    return inside
