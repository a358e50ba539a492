"""Publishing sets facts, all or nothing, once, and by their owner only."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.announcements.changes import changes_of
from selaras.announcements.errors import KeyReused
from selaras.announcements.events import AnnouncementPublished
from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.announcements.services import publish, publish_as
from selaras.announcements.tests.documents import announce, draft, regencies_and_cities
from selaras.common import events
from selaras.facts.models import FactVersion
from selaras.facts.queries import fact_type, history, resolve
from selaras.institutions.models import Institution, Membership, Region
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry, Epoch, OwedEffect

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
TABLES = [Announcement, AnnouncedFact, FactVersion, AuditEntry, OwedEffect]


def rows_written() -> dict[str, int]:
    counts = {model.__name__: model.objects.count() for model in TABLES}
    return counts | {"epoch": sum(Epoch.objects.values_list("number", flat=True))}


def previous_of(announcement: Announcement) -> dict[str, str | None]:
    return {change.region.pk: change.before for change in changes_of(announcement)}


def test_a_published_fact_holds_at_once_and_names_its_announcement() -> None:
    published = announce()
    key = (str(fact_type("siaga.status").pk), "32.73")
    resolved = resolve([(fact_type("siaga.status"), "32.73")])[key]
    assert published.created
    assert resolved.value.value == "merah"
    assert resolved.version.statement == published.announcement.pk
    assert resolved.version.source == "Keputusan 12 Tahun 2026"
    assert resolved.version.source_url == published.announcement.url


def test_publishing_leaves_audit_an_owed_effect_and_a_new_epoch() -> None:
    before = rows_written()
    published = announce()
    entry = AuditEntry.objects.get(action="announcements.publish")
    assert (entry.actor, entry.institution) == ("test", "bnpb")
    assert (entry.object_id, entry.details["facts"]) == (str(published.announcement.pk), 2)
    assert OwedEffect.objects.filter(payload={"entry": str(entry.key)}).count() == 1
    assert rows_written()["epoch"] > before["epoch"]


def test_the_same_again_is_announced_once() -> None:
    first = announce()
    before = rows_written()
    again = announce()
    assert (again.created, again.announcement) == (False, first.announcement)
    assert rows_written() == before


def test_the_same_content_in_other_words_of_the_format_is_the_same() -> None:
    announce({"Kota Bandung": "merah", "Kab. Bandung": "jingga"})
    assert not announce({"32.04": "Siaga Jingga", "3273": "MERAH"}).created


@pytest.mark.parametrize(
    "change",
    [{"title": "Lain"}, {"start": "24 November 2026"}, {"through": "31 Desember 2026"}],
)
def test_a_key_is_not_used_for_other_content(change: dict[str, str]) -> None:
    announce()
    before = rows_written()
    with pytest.raises(KeyReused, match="Status siaga diperbarui"):
        announce(**change)
    with pytest.raises(KeyReused):
        announce({"Kota Bandung": "hijau"})
    assert rows_written() == before


def test_nobody_speaks_about_the_topic_of_another() -> None:
    before = rows_written()
    with pytest.raises(MayNotSpeak) as refused:
        announce(speaker="kota-bandung")
    assert "Badan Nasional Penanggulangan Bencana" in refused.value.remedy
    assert rows_written() == before


def test_a_person_announces_only_while_holding_the_role() -> None:
    bnpb = Institution.objects.get(slug="bnpb")
    user = User.objects.create(username="penyusun")
    Membership.objects.create(
        user=user, institution=bnpb, role=Membership.Role.WRITER, valid_from="2020-01-01"
    )
    before = rows_written()
    with pytest.raises(MayNotSpeak):
        publish_as(draft=draft(), user=user)
    assert rows_written() == before
    Membership.objects.create(
        user=user, institution=bnpb, role=Membership.Role.AUTHOR, valid_from="2020-01-01"
    )
    assert publish_as(draft=draft(), user=user).created
    actor = AuditEntry.objects.get(action="announcements.publish").actor
    assert actor == f"orang:{user.reference}"


def test_other_rooms_are_told_which_types_and_regions_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[AnnouncementPublished] = []
    monkeypatch.setitem(events._receivers, AnnouncementPublished, [heard.append])
    published = announce()
    announce()
    (event,) = heard
    assert event.announcement == published.announcement.pk
    assert event.fact_types == (fact_type("siaga.status").pk,)
    assert event.regions == ("32.04", "32.73")


def test_a_receiver_that_fails_takes_everything_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(event: AnnouncementPublished) -> None:
        raise RuntimeError("no")

    monkeypatch.setitem(events._receivers, AnnouncementPublished, [fail])
    before = rows_written()
    with pytest.raises(RuntimeError):
        announce()
    assert rows_written() == before


def test_two_announcements_stand_in_the_history_and_the_second_knows_the_first() -> None:
    first = announce({"Kota Bandung": "hijau"})
    second = announce({"Kota Bandung": "merah", "Kota Surabaya": "jingga"}, key="uji-2")
    told = history(fact_type("siaga.status"), Region.objects.get(pk="32.73"))
    assert [one.value.value for one in told] == ["hijau", "merah"]
    assert previous_of(first.announcement) == {"32.73": None}
    assert previous_of(second.announcement) == {"32.73": "Siaga Hijau", "35.78": None}
    movements = {one.region.pk: one.movement for one in changes_of(second.announcement)}
    assert movements == {"32.73": "up", "35.78": "new"}


def test_what_an_announcement_changed_stays_true_after_the_next_one() -> None:
    announce({"Kota Bandung": "hijau"})
    second = announce({"Kota Bandung": "merah"}, key="uji-2").announcement
    announce({"Kota Bandung": "kuning"}, key="uji-3")
    assert previous_of(second) == {"32.73": "Siaga Hijau"}


def test_an_inherited_value_counts_as_what_held_before() -> None:
    announce({"Indonesia": "Rp900.000"}, of="siaga.bantuan")
    second = announce({"Kota Bandung": "Rp1.200.000"}, of="siaga.bantuan", key="uji-2")
    (change,) = changes_of(second.announcement)
    assert (change.before, change.after, change.movement) == ("Rp900.000", "Rp1.200.000", "up")


@time_machine.travel(datetime(2026, 11, 24, tzinfo=UTC), tick=False)
def test_a_future_date_is_compared_at_its_midnight_in_each_region() -> None:
    """23.30 WIB on the last day is after midnight in the east, before it in the west."""
    bandung_makassar_jayapura = ("32.73", "73.71", "91.71")
    announce(
        dict.fromkeys(bandung_makassar_jayapura, "hijau"),
        start="1 Desember 2026, 00.00 WIB",
        through="31 Desember 2026, 22.30 WIB",
    )
    second = announce(
        dict.fromkeys(bandung_makassar_jayapura, "merah"), key="uji-2", start="1 Januari 2027"
    )
    assert previous_of(second.announcement) == {
        "32.73": None,  # 24.00 WIB
        "73.71": None,  # 23.00 WIB
        "91.71": "Siaga Hijau",  # 22.00 WIB
    }


def test_the_number_of_queries_does_not_grow_with_the_regions() -> None:
    announce(dict.fromkeys(regencies_and_cities(514), "hijau"))
    counts = {}
    for count in (10, 514):
        one = draft(dict.fromkeys(regencies_and_cities(count), "merah"), key=f"uji-{count}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            publish(draft=one, actor="test")
        counts[count] = len(queries)
    assert counts[10] < 67  # each room that follows notes what it owes with an insert or two
    assert counts[514] < 95  # rows are written in batches
