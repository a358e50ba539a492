"""Reads of announcements."""

from typing import Any

from django.conf import settings
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from selaras.accounts.models import User
from selaras.announcements.models import AnnouncedFact, Announcement, Audience
from selaras.common.clock import now
from selaras.institutions.models import Membership, Region, Topic
from selaras.institutions.queries import NATIONAL, institutions_of, parentages, topics_of


def public() -> QuerySet[Announcement]:
    """What citizens can read now. A drill never leaves the demonstration."""
    found = Announcement.objects.filter(published_at__lte=now(), called_off_at=None)
    return found if settings.DEMONSTRATION else found.filter(drill=False)


def announcements() -> QuerySet[Announcement]:
    """What is public, newest first, with its topic and the number of regions it sets.

    The regions are counted only for the rows that are read, not for every announcement.
    """
    return with_regions(public())


def whole() -> QuerySet[Announcement]:
    """What is public, with its texts."""
    return announcements().prefetch_related(
        "keymessages", "questions", "contacts", "attachments__document", "audience__region"
    )


def hidden() -> QuerySet[Announcement]:
    """What citizens cannot read: planned, called off, a drill outside of the demonstration."""
    return Announcement.objects.exclude(pk__in=public().values("pk"))


def with_regions(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    """With topic, speaker, and `regions`: of how many it sets facts or names them besides."""
    own = AnnouncedFact.objects.filter(announcement=OuterRef("pk"))
    named = Audience.objects.filter(announcement=OuterRef("pk")).exclude(
        announcement__facts__version__region=F("region")
    )
    return found.select_related("topic", "speaker").annotate(
        regions=_counted(own, "version__region") + _counted(named, "region")
    )


def _counted(rows: QuerySet[Any], region: str) -> Coalesce:
    """How many regions the rows of each announcement have."""
    counted = rows.order_by().values("announcement").annotate(count=Count(region, distinct=True))
    return Coalesce(Subquery(counted.values("count")), 0)


def announcements_for(region: Region) -> QuerySet[Announcement]:
    """The announcements that set a fact for this region, for the whole country, or above it;
    and those that name it, or a region above it, as their audience.

    What was stated for a region above concerns this one only where it is inherited.
    """
    above = parentages([region.pk]).above(region.pk, now())
    set_here = Q(facts__version__region__in=[region.pk, NATIONAL])
    inherited = Q(facts__version__region__in=above, facts__version__fact_type__inherited=True)
    by_fact = Announcement.objects.filter(set_here | inherited).values("pk")
    named = Audience.objects.filter(region__in=[region.pk, *above]).values("announcement")
    return announcements().filter(Q(pk__in=by_fact) | Q(pk__in=named))


def announcements_of(user: User) -> QuerySet[Announcement]:
    """What the institutions of this person have announced or planned; all for a superuser."""
    found = with_regions(Announcement.objects.filter(called_off_at=None))
    if user.is_superuser:
        return found
    return found.filter(speaker__in=institutions_of(user).values("pk"))


def topics_to_announce(user: User) -> QuerySet[Topic]:
    """The topics about which this person may announce now, with owner and owner's region."""
    speakers = institutions_of(user, role=Membership.Role.AUTHOR)
    return topics_of(speakers).select_related("owner__region").order_by("label")
