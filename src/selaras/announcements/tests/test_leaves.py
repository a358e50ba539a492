"""What was announced is in the log word for word; what is only planned is not told by it."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.guards import GUARDS
from selaras.announcements.leaves import CALLED_OFF, PUBLISHED, RECALLED
from selaras.announcements.models import Announcement
from selaras.announcements.services import call_off
from selaras.announcements.tests.telling import take_back, tell
from selaras.common.clock import at_moment
from selaras.institutions.models import Membership, Region
from selaras.ledger.proof.bundles import bundle_of_number, entries_about
from selaras.ledger.proof.checking import check
from selaras.ledger.proof.models import LogEntry
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.tests.proving import run, unguarded
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
KINDS = [PUBLISHED.name, RECALLED.name, CALLED_OFF.name]
PARTS = {
    "messages": ("Tetap tenang.", "Ikuti “arahan” petugas."),
    "questions": (("Sampai kapan?", "Sampai dicabut."),),
    "contacts": (("Posko", "112"),),
}


def told(announcement: Announcement) -> list[str]:
    return [one.kind for one in entries_about(KINDS, str(announcement.pk))]


def sound() -> bool:
    sequence_all()
    return check().fault is None


def entry(announcement: Announcement, kind: str = PUBLISHED.name) -> LogEntry:
    return LogEntry.objects.get(kind=kind, object_id=str(announcement.pk))


def test_an_announcement_is_in_the_log_with_all_its_words() -> None:
    audience = (Region.objects.get(pk="32"),)
    made = tell({"32.73": "merah"}, parts=Parts(**PARTS, audience=audience))
    data = json.loads(entry(made).data)
    assert (data["title"], data["summary"]) == (made.title, made.summary)
    assert data["key_messages"] == list(PARTS["messages"])
    assert (data["contacts"], data["audience"]) == ([["Posko", "112"]], ["32"])
    assert data["facts"] == [*made.facts.values_list("version", flat=True)]
    assert told(made) == [PUBLISHED.name]
    assert sound()


def test_a_correction_and_a_recall_are_entries_of_their_own() -> None:
    first = tell({"32.73": "merah"})
    second = tell({"32.73": "hijau"}, key="uji-2")
    assert json.loads(entry(second).data)["replaces"] == {str(first.pk): ["32.73"]}
    take_back(second)
    assert told(second) == [PUBLISHED.name, RECALLED.name]
    assert json.loads(entry(second, RECALLED.name).data)["reason"] == "Angkanya keliru."
    assert sound()


def test_a_planned_announcement_is_a_hash_until_its_second() -> None:
    moment = timezone.now() + timedelta(hours=1)
    made = tell({"32.73": "merah"}, at=moment)
    assert sound()
    number = entry(made).number
    assert number is not None
    assert told(made) == []
    closed = bundle_of_number(number, keys="")
    assert closed is not None
    assert made.title not in json.dumps(closed)
    assert "fact" not in json.dumps(closed["entries"])
    with at_moment(moment):
        assert told(made) == [PUBLISHED.name]
        opened = bundle_of_number(number, keys="")
    assert opened is not None
    assert opened["entries"][0]["leaf"]["data"]["title"] == made.title
    assert opened["entries"][0]["path"] == closed["entries"][0]["path"]


def test_what_was_called_off_is_never_told() -> None:
    moment = timezone.now() + timedelta(hours=1)
    made = tell({"32.73": "merah"}, at=moment)
    user = person("pembatal", made.speaker, Membership.Role.APPROVER)
    call_off(announcement=made, user=user, reason="Belum waktunya.")
    assert entry(made, CALLED_OFF.name).data
    with at_moment(moment + timedelta(days=1)):
        assert told(made) == []
    assert sound()


@pytest.mark.parametrize("change", ["title = 'Judul lain'", "recalled_at = published_at"])
def test_an_announcement_that_was_changed_in_the_database_is_found(change: str) -> None:
    made = tell({"32.73": "merah"})
    assert sound()
    run(f"UPDATE announcements_announcement SET {change}")  # noqa: S608
    fault = check().fault
    assert fault is not None
    if "recalled" in change:
        assert "announcement.recalled" in fault.words
    else:
        assert fault.number == entry(made).number


def test_an_announcement_that_was_removed_is_found() -> None:
    made = tell({"32.73": "merah"})
    assert sound()
    with unguarded(GUARDS):
        for table in ("announcedfact", "keymessage", "audience"):
            run(f"DELETE FROM announcements_{table}")  # noqa: S608
        run("DELETE FROM announcements_announcement")
    fault = check().fault
    assert fault is not None
    assert fault.number == entry(made).number
    assert "hilang dari basis data" in fault.words
