"""One worker has a release for itself; a worker that dies leaves a lease that runs out.

The lease spares work. That a release goes once is decided in the transaction that makes it go.
"""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from selaras.pages.models import Release

LEASE = timedelta(seconds=10)


def claim(release: Release) -> datetime | None:
    """The end of the lease, which is also the key to prolong it; None where another holds it."""
    now = timezone.now()
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    taken = Release.objects.filter(free, pk=release.pk, state=Release.State.READY)
    return now + LEASE if taken.update(leased_until=now + LEASE) else None


def prolong(release: Release, lease: datetime) -> datetime | None:
    """None where the release is not ready any more, or our lease ran out and another has it."""
    held = Release.objects.filter(pk=release.pk, state=Release.State.READY, leased_until=lease)
    until = timezone.now() + LEASE
    return until if held.update(leased_until=until) else None
