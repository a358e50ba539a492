"""Messages of CAP: what an announcement said when it became public, and that it was taken back.

A message never changes once it was sent, so that whoever keeps it keeps what was said: it is
worked out from what was known at its own moment. One that takes the place of others names them
all and says again what still stood of them, for it takes their place as a whole.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, cast
from uuid import NAMESPACE_URL, uuid5

from selaras.announcements.models import Announcement
from selaras.institutions.models import Region
from selaras.portal.alerts import rules
from selaras.portal.alerts.places import Line, Place, own_places, standing_places
from selaras.portal.alerts.reading import family_of


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a message is named: `sent` in the sender's zone."""

    sender: str
    identifier: str
    sent: datetime


class Common(NamedTuple):
    """What the regions of a passage have in common."""

    tone: int | None
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Passage:
    """What one announcement says for the regions where it is as grave and lasts as long.

    Each of `lines` with the number of regions that it is said for.
    """

    announcement: Announcement
    regions: tuple[Region, ...]
    lines: tuple[tuple[Line, int], ...]
    severity: str
    urgency: str
    certainty: str
    response: str
    onset: datetime | None
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Message:
    identity: Identity
    announcement: Announcement
    kind: str  # Alert, Update or Cancel
    status: str
    recalls: bool
    references: tuple[Identity, ...]
    passages: tuple[Passage, ...]


def identity_of(announcement: Announcement) -> Identity:
    return _identity(announcement, announcement.pk.urn, announcement.published_at)


def recall_identity_of(announcement: Announcement) -> Identity:
    """Of the message that took it back."""
    identifier = uuid5(NAMESPACE_URL, f"{announcement.pk.urn}#recall").urn
    return _identity(announcement, identifier, cast("datetime", announcement.recalled_at))


def message_of(announcement: Announcement) -> Message:
    """An Alert, or an Update of those whose place it took; a fixed number of queries."""
    sent = announcement.published_at
    others = _lasting(family_of(announcement, sent), sent)
    update = bool(others)
    own = _passages(announcement, own_places(announcement), sent, update=update)
    # What it set was written a moment after it was dated.
    known = announcement.facts.order_by("-version__recorded_from")
    written = known.values_list("version__recorded_from", flat=True).first() or sent
    rest = _still_said(others, max(sent, written))
    return Message(
        identity=identity_of(announcement),
        announcement=announcement,
        kind="Update" if update else "Alert",
        status=rules.status(announcement),
        recalls=False,
        references=tuple(_named(one, sent) for one in others),
        passages=(*(own or [_nowhere(announcement, sent, update=update)]), *rest),
    )


def recall_of(announcement: Announcement) -> Message:
    """A Cancel; or an Update, where something of what it had taken the place of stands."""
    at = cast("datetime", announcement.recalled_at)
    others = _lasting(family_of(announcement, at), at)
    rest = _still_said(others, at)
    return Message(
        identity=recall_identity_of(announcement),
        announcement=announcement,
        kind="Update" if rest else "Cancel",
        status=rules.status(announcement),
        recalls=True,
        references=(identity_of(announcement), *(_named(one, at) for one in others)),
        passages=tuple(rest) or (_taken_back(announcement),),
    )


def _identity(announcement: Announcement, identifier: str, sent: datetime) -> Identity:
    speaker = announcement.speaker
    return Identity(speaker.given_host, identifier, speaker.region.local(sent))


def _named(announcement: Announcement, at: datetime) -> Identity:
    """The last message about it before that moment."""
    recalled = announcement.recalled_at
    gone = recalled is not None and recalled <= at
    return recall_identity_of(announcement) if gone else identity_of(announcement)


def _lasting(family: list[Announcement], at: datetime) -> list[Announcement]:
    """Those whose message has not expired."""
    ends = [(one, rules.end_of(one, one.valid_to)) for one in family]
    return [one for one, end in ends if end is None or end > at]


def _still_said(others: Sequence[Announcement], at: datetime) -> list[Passage]:
    said = [one for one in others if one.recalled_at is None or one.recalled_at > at]
    places = standing_places(said, at) if said else {}
    found = [_passages(one, places[one.pk], at, update=False) for one in reversed(said)]
    return [passage for passages in found for passage in passages]


def _passages(
    announcement: Announcement, places: Sequence[Place], sent: datetime, *, update: bool
) -> list[Passage]:
    """Of the same gravity and period together, the gravest first."""
    together: dict[Common, list[Place]] = defaultdict(list)
    for place in places:
        end = rules.end_of(announcement, place.end)
        together[Common(place.tone, place.start, end)].append(place)
    ordered = sorted(together, key=lambda common: (-(common.tone or 0), common.start))
    return [
        _passage(announcement, common, together[common], sent=sent, update=update)
        for common in ordered
    ]


def _nowhere(announcement: Announcement, sent: datetime, *, update: bool) -> Passage:
    """What neither sets nor names a region: nobody is to guess for whom it was meant."""
    end = rules.end_of(announcement, announcement.valid_to)
    common = Common(None, announcement.valid_from, end)
    return _passage(announcement, common, (), sent=sent, update=update)


def _passage(
    announcement: Announcement,
    common: Common,
    places: Sequence[Place],
    *,
    sent: datetime,
    update: bool,
) -> Passage:
    emergency, onset = announcement.emergency, common.start
    local = (places[0].region if places else announcement.speaker.region).local
    severity = rules.severity(common.tone, emergency=emergency)
    instructed = bool(announcement.keymessages.all())
    return Passage(
        announcement=announcement,
        regions=tuple(place.region for place in places),
        lines=tuple(Counter(line for place in places for line in place.lines).items()),
        severity=severity,
        urgency=rules.urgency(severity, emergency=emergency, update=update, sent=sent, onset=onset),
        certainty=rules.certainty(sent=sent, onset=onset),
        response=rules.response(severity, update=update, instructed=instructed),
        onset=local(onset),
        expires=local(common.end) if common.end else None,
    )


def _taken_back(announcement: Announcement) -> Passage:
    """That it was said by mistake does not say that there is no danger."""
    return Passage(
        announcement=announcement,
        regions=tuple(place.region for place in own_places(announcement)),
        lines=(),
        severity=rules.UNKNOWN,
        urgency="Past",
        certainty=rules.UNKNOWN,
        response="Monitor",
        onset=None,
        expires=None,
    )
