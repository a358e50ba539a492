"""Reads of announcements."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from selaras.accounts.models import User
from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.common.clock import now
from selaras.institutions.models import Membership, Region, Topic
from selaras.institutions.queries import NATIONAL, institutions_of, parentages, topics_of


def announcements() -> QuerySet[Announcement]:
    """All announcements, newest first, with their topic and the number of regions they set.

    The regions are counted only for the rows that are read, not for every announcement.
    """
    regions = (
        AnnouncedFact.objects.filter(announcement=OuterRef("pk"))
        .order_by()
        .values("announcement")
        .annotate(count=Count("version__region", distinct=True))
    )
    return Announcement.objects.select_related("topic", "speaker").annotate(
        regions=Coalesce(Subquery(regions.values("count")), 0)
    )


def announcements_for(region: Region) -> QuerySet[Announcement]:
    """The announcements that set a fact for this region, for the whole country, or above it.

    What was stated for a region above concerns this one only where it is inherited.
    """
    above = parentages([region.pk]).above(region.pk, now())
    set_here = Q(facts__version__region__in=[region.pk, NATIONAL])
    inherited = Q(facts__version__region__in=above, facts__version__fact_type__inherited=True)
    return announcements().filter(
        pk__in=Announcement.objects.filter(set_here | inherited).values("pk")
    )


def announcements_of(user: User) -> QuerySet[Announcement]:
    """What the institutions of this person have announced; everything for a superuser."""
    if user.is_superuser:
        return announcements()
    return announcements().filter(speaker__in=institutions_of(user).values("pk"))


def topics_to_announce(user: User) -> QuerySet[Topic]:
    """The topics about which this person may announce now, with owner and owner's region."""
    speakers = institutions_of(user, role=Membership.Role.AUTHOR)
    return topics_of(speakers).select_related("owner__region").order_by("label")
