"""Reads of announcements."""

from django.db.models import Count, QuerySet

from selaras.announcements.models import Announcement
from selaras.institutions.models import Region


def announcements() -> QuerySet[Announcement]:
    """All announcements, newest first, with their topic and the number of regions they set."""
    return Announcement.objects.select_related("topic", "speaker").annotate(
        regions=Count("facts__version__region", distinct=True)
    )


def announcements_for(region: Region) -> QuerySet[Announcement]:
    """The announcements that set a fact for this region or for the whole country."""
    return announcements().filter(
        pk__in=Announcement.objects.filter(facts__version__region__in=[region.pk, "00"]).values(
            "pk"
        )
    )
