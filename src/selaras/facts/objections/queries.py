"""Reads of objections; what goes into a list costs the same for ten more."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from selaras.accounts.models import User
from selaras.facts.models import FactType, Objection
from selaras.facts.objections.roles import ANSWERING, FILING
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, children, parentages
from selaras.institutions.standing import standing_of

State = Objection.State
ANSWERED = (State.ACCEPTED, State.REJECTED)
NEWS = timedelta(days=14)
RELATED = (
    "fact_type__topic__owner__region", "region", "version__region", "version__origin",
    "objector__region", "owner__region",
)  # fmt: skip


def objections() -> QuerySet[Objection]:
    return Objection.objects.select_related(*RELATED)


def objections_to(fact_type: FactType, region: Region) -> QuerySet[Objection]:
    """Everything that was said against this fact in the region, newest first."""
    return objections().filter(fact_type=fact_type, region=region).order_by("-filed_at", "-pk")


def readable_by(user: User) -> QuerySet[Objection]:
    """What she may read: as objector, as owner then or now, or as who oversees one of them."""
    standing = standing_of(user)
    if standing.everything:
        return objections()
    viewed = standing.viewed
    return objections().filter(
        Q(objector__in=viewed) | Q(owner__in=viewed) | Q(fact_type__topic__owner__in=viewed)
    )


def filed_by_institutions_of(user: User) -> QuerySet[Objection]:
    return objections().filter(objector__in=standing_of(user).institutions())


def to_institutions_of(user: User, *roles: str) -> QuerySet[Objection]:
    """About facts whose owner is today an institution of hers."""
    own = standing_of(user).institutions(*roles)
    return objections().filter(fact_type__topic__owner__in=own)


def overseen_by(user: User) -> QuerySet[Objection]:
    """What she may read without being a party."""
    own = standing_of(user).institutions()
    parties = Q(objector__in=own) | Q(fact_type__topic__owner__in=own)
    return readable_by(user).exclude(parties)


def to_answer(user: User) -> QuerySet[Objection]:
    """Open ones that she may answer, the oldest deadline first."""
    waiting = to_institutions_of(user, *ANSWERING).filter(state=State.OPEN)
    foreign = waiting.exclude(objector=F("fact_type__topic__owner"))
    return foreign.exclude(filed_by=user).order_by("due_at", "pk")


def answers_for(user: User, now: datetime | None = None) -> QuerySet[Objection]:
    """Answers of the last days to her institutions that nobody there has opened."""
    since = (now or timezone.now()) - NEWS
    own = standing_of(user).institutions(*FILING)
    return (
        objections()
        .filter(objector__in=own, state__in=ANSWERED)
        .filter(answer_read_at__isnull=True, answered_at__gt=since)
        .order_by("answered_at", "pk")
    )


def open_by(institution: Institution, region: Region) -> dict[str, int]:
    """By the id of the fact type: the open objection of this institution about the region."""
    waiting = Objection.objects.filter(objector=institution, region=region, state=State.OPEN)
    return {str(kind): pk for kind, pk in waiting.values_list("fact_type_id", "pk")}


def regions_spoken_for(institution: Institution, now: datetime | None = None) -> list[Region]:
    """Its own region, and what lies below it today; a national institution speaks for no region."""
    own = institution.region
    if own.pk == NATIONAL:
        return [own]
    return [own, *children(own, own.local(now or timezone.now()).date())]


def speaks_for(institution: Institution, region: Region) -> bool:
    own = institution.region_id
    if region.pk == own:
        return True
    above = parentages([region.pk]).above(region.pk, timezone.now())
    return own != NATIONAL and own in above
