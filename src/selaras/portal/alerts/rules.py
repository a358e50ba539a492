"""What CAP asks and no announcement says in its words: derived by fixed rules.

The table for readers is in docs/reference/alerts.md. Nothing is made graver than what the
owner of the topic chose, and no rule ever tells anybody to leave their home.
"""

import re
from datetime import datetime, timedelta

from django.conf import settings

from selaras.announcements.models import Announcement
from selaras.institutions.models import Topic

MINOR, SEVERE = 1, 3
SEVERITIES = {1: "Minor", 2: "Moderate", 3: "Severe", 4: "Extreme"}
UNKNOWN = "Unknown"
SOON = timedelta(hours=1)
# An ordinary announcement in the place of an urgent one ends the alert. It goes on elsewhere.
CLOSING = timedelta(days=1)

# The first that the words of a topic contain; English names stand in the English block.
CATEGORIES = (
    ("Met", ("hujan", "banjir", "cuaca", "angin", "badai", "kekeringan", "gelombang")),
    ("Geo", ("gempa", "tsunami", "gunung", "erupsi", "longsor", "likuefaksi")),
    ("Fire", ("kebakaran", "karhutla", "asap")),
    ("Health", ("kesehatan", "wabah", "pandemi", "covid", "ppkm", "vaksin", "penyakit")),
    ("Env", ("lingkungan", "pencemaran", "limbah", "udara")),
    ("CBRNE", ("nuklir", "radiasi", "kimia", "bahan berbahaya")),
    ("Transport", ("lalu lintas", "mudik", "penerbangan", "pelayaran", "kereta")),
    ("Infra", ("listrik", "air bersih", "telekomunikasi", "jembatan", "bendungan")),
    ("Security", ("keamanan", "terorisme", "kerusuhan")),
)  # fmt: skip
OTHERWISE = "Safety"


def category(topic: Topic) -> str:
    said = f"{topic.key.replace('-', ' ')} {topic.label}".casefold()
    for name, words in CATEGORIES:
        if re.search(rf"\b(?:{'|'.join(words)})\b", said):
            return name
    return OTHERWISE


def status(announcement: Announcement) -> str:
    """What is invented is never `Actual`."""
    if announcement.drill:
        return "Exercise"
    invented = settings.DEMONSTRATION or announcement.topic.demonstration
    return "Test" if invented else "Actual"


def severity(tone: int | None, *, emergency: bool) -> str:
    """By the tone of the gravest choice; what has none was at least urgent, or is not known."""
    if tone is None:
        return SEVERITIES[SEVERE] if emergency else UNKNOWN
    return SEVERITIES[tone]


def tone_of_the_named(tones: list[int]) -> int | None:
    """For a region that is only named: grave, or less where every value that is set is less."""
    return min(SEVERE, max(tones)) if tones else None


def urgency(
    severity: str, *, emergency: bool, update: bool, sent: datetime, onset: datetime
) -> str:
    if severity == SEVERITIES[MINOR] and update:
        return "Past"
    if onset > sent + SOON:
        return "Future"
    return "Immediate" if emergency and onset <= sent else "Expected"


def certainty(*, sent: datetime, onset: datetime) -> str:
    return "Observed" if onset <= sent else "Likely"


def response(severity: str, *, update: bool, instructed: bool) -> str:
    if severity == SEVERITIES[MINOR] and update:
        return "AllClear"
    grave = severity in {SEVERITIES[SEVERE], SEVERITIES[4]}
    return "Prepare" if grave and instructed else "Monitor"


def end_of(announcement: Announcement, end: datetime | None) -> datetime | None:
    """When what it says at this end expires as an alert."""
    if announcement.emergency:
        return end
    closing = announcement.published_at + CLOSING
    return closing if end is None else min(end, closing)
