"""What CAP asks and an announcement does not say follows from fixed rules."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from selaras.announcements.models import Announcement
from selaras.institutions.models import Topic
from selaras.portal.alerts import rules

ROOT = Path(__file__).resolve().parents[5]
SENT = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("key", "label", "category"),
    [
        ("siaga-musim-hujan", "Siaga", "Met"),
        ("ppkm", "PPKM Jawa dan Bali", "Health"),
        ("x", "Erupsi Gunung Semeru", "Geo"),
        ("pasokan-listrik", "Pasokan", "Infra"),
        ("harga-pangan", "Harga pangan dari penghujan", "Safety"),
    ],
)
def test_a_topics_words_tell_its_category(key: str, label: str, category: str) -> None:
    assert rules.category(Topic(key=key, label=label)) == category


@pytest.mark.parametrize(
    ("tone", "emergency", "severity"),
    [(1, True, "Minor"), (4, False, "Extreme"), (None, True, "Severe"), (None, False, "Unknown")],
)
def test_severity_is_the_tone_and_never_more(
    tone: int | None, emergency: bool, severity: str
) -> None:
    assert rules.severity(tone, emergency=emergency) == severity


def test_a_region_that_is_only_named_is_no_graver_than_the_values_and_never_extreme() -> None:
    assert [rules.tone_of_the_named(tones) for tones in ([], [1, 2], [4])] == [None, 2, 3]


@pytest.mark.parametrize(
    ("severity", "update", "starts", "urgency", "certainty"),
    [
        ("Extreme", False, -HOUR, "Immediate", "Observed"),
        ("Extreme", False, HOUR / 2, "Expected", "Likely"),
        ("Extreme", True, HOUR * 2, "Future", "Likely"),
        ("Minor", True, -HOUR, "Past", "Observed"),
        ("Minor", False, -HOUR, "Immediate", "Observed"),
    ],
)
def test_urgency_and_certainty_follow_the_clock(
    severity: str, update: bool, starts: timedelta, urgency: str, certainty: str
) -> None:
    onset = SENT + starts
    told = rules.urgency(severity, emergency=True, update=update, sent=SENT, onset=onset)
    assert told == urgency
    assert rules.certainty(sent=SENT, onset=onset) == certainty
    ordinary = rules.urgency("Extreme", emergency=False, update=True, sent=SENT, onset=SENT)
    assert ordinary == "Expected"


def test_nobody_is_sent_anywhere_and_only_what_is_calm_again_gives_the_all_clear() -> None:
    told = {
        rules.response(severity, update=update, instructed=instructed)
        for severity in (*rules.SEVERITIES.values(), rules.UNKNOWN)
        for update in (False, True)
        for instructed in (False, True)
    }
    assert told == {"AllClear", "Prepare", "Monitor"}
    assert rules.response("Minor", update=False, instructed=True) == "Monitor"
    assert rules.response("Severe", update=True, instructed=False) == "Monitor"


def test_the_documentation_lists_the_same_words() -> None:
    page = (
        (ROOT / "docs/reference/alerts.md").read_text("utf-8").partition("| category | words |")[2]
    )
    told = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.M)
    assert told == [(name, ", ".join(words)) for name, words in rules.CATEGORIES]


def test_what_is_ordinary_ends_an_alert_within_a_day() -> None:
    ordinary, urgent = (
        Announcement(published_at=SENT, emergency=emergency) for emergency in (False, True)
    )
    assert rules.end_of(ordinary, None) == SENT + timedelta(days=1)
    assert rules.end_of(ordinary, SENT + HOUR) == SENT + HOUR
    assert rules.end_of(urgent, None) is None


def test_only_what_is_neither_drill_nor_invented_is_actual(settings: LazySettings) -> None:
    def status(*, drill: bool, invented: bool) -> str:
        return rules.status(Announcement(drill=drill, topic=Topic(demonstration=invented)))

    settings.DEMONSTRATION = False
    assert status(drill=False, invented=False) == "Actual"
    assert status(drill=False, invented=True) == "Test"
    assert status(drill=True, invented=True) == "Exercise"
    settings.DEMONSTRATION = True
    assert status(drill=False, invented=False) == "Test"
