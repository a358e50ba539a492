"""An announcement as messages of CAP 1.2."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement, Relation
from selaras.announcements.tests.documents import regencies_and_cities
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Region, RegionBoundary, Topic
from selaras.portal.alerts import outlines
from selaras.portal.alerts.tests.reading import (
    get,
    infos,
    message,
    path_of,
    queries_of,
    references,
    said,
    where,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
BANDUNG, REGENCY, SURABAYA = "32.73", "32.04", "35.78"
RECALL = "cap-batal.xml"
AT = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)


def everybody() -> Parts:
    return Parts(
        messages=("Jauhi sungai.", "Ikuti petugas."),
        contacts=(("Posko", "117"),),
        audience=(Region.objects.get(pk="00"),),
    )


def test_an_alert_says_in_two_languages_who_what_where_and_until_when(
    settings: LazySettings,
) -> None:
    settings.DEMONSTRATION = False
    Topic.objects.update(demonstration=False)
    with time_machine.travel(AT, tick=False):
        told = tell(
            {"Kabupaten Jayapura": "merah"}, emergency=True, parts=everybody(),
            start="2031-03-03", through="2031-03-04",
        )  # fmt: skip
        found = message(told)
    for name, words in {
        "identifier": f"urn:uuid:{told.pk}", "sender": "bnpb.localhost", "status": "Actual",
        "msgType": "Alert", "scope": "Public", "sent": "2031-03-03T08:00:00+07:00",
    }.items():  # fmt: skip
        assert said(found, name) == [words]
    assert said(found, "references") == said(found, "note") == []
    grave, named = infos(found)
    assert said(grave, "severity") == ["Extreme"]
    assert said(grave, "urgency") == ["Immediate"]
    assert said(grave, "onset") == ["2031-03-03T00:00:00+09:00"]
    assert said(grave, "expires") == ["2031-03-05T00:00:00+09:00"]
    assert said(grave, "valueName") == ["kemendagri"]
    assert where(grave) == ["91.03"]
    assert said(grave, "headline") == ["Status siaga diperbarui"]
    assert said(grave, "description") == [
        "Dua wilayah berubah.\nStatus siaga: Siaga Merah (1 wilayah)"
    ]
    assert said(grave, "instruction") == ["Jauhi sungai.\nIkuti petugas."]
    assert said(grave, "contact") == ["Posko: 117"]
    assert said(named, "severity") == ["Severe"]
    assert said(named, "areaDesc") == ["Indonesia"]
    assert where(named) == ["00", "ID"]
    english, _ = infos(found, "en")
    assert said(english, "headline") == ["Status siaga diperbarui"]
    (description,) = said(english, "description")
    assert "This is a summary; the full text, in Indonesian, is at http://localhost" in description
    assert said(english, "event")[0].startswith("Weather or flood situation (")


def test_what_follows_names_every_message_before_and_says_again_what_still_stands() -> None:
    first = tell({"Kota Bandung": "merah", "Kabupaten Bandung": "jingga"}, emergency=True)
    second = tell({"Kota Surabaya": "jingga"}, key="uji-2", emergency=True)
    third = tell({"Kota Bandung": "jingga"}, key="uji-3", emergency=True, relation=Relation.AMENDS,
                 earlier=first)  # fmt: skip
    fourth = tell(
        {"Kota Surabaya": "kuning", "Kabupaten Bandung": "merah"}, key="uji-4", emergency=True
    )
    assert said(message(second), "msgType") == ["Alert"]
    found = message(third)
    assert said(found, "msgType") == ["Update"]
    assert references(found) == [first.pk.urn]
    # Both the alert and what had said again what was left of it.
    found = message(fourth)
    assert references(found) == [one.pk.urn for one in (first, second, third)]
    told = [(said(info, "severity")[0], where(info)) for info in infos(found)]
    assert told == [("Extreme", [REGENCY]), ("Moderate", [SURABAYA]), ("Severe", [BANDUNG])]


def test_a_message_stays_as_it_was_sent_whatever_follows() -> None:
    first = tell(emergency=True, parts=everybody())
    second = tell({"Kota Bandung": "jingga"}, key="uji-2", emergency=True)
    before = [get(path_of(one)).content for one in (first, second)]
    tell({"Kota Bandung": "hijau", "Kabupaten Bandung": "hijau"}, key="uji-3")
    take_back(second, restores=True)
    assert [get(path_of(one)).content for one in (first, second)] == before


def test_what_is_ordinary_has_a_message_only_where_it_ends_an_alert() -> None:
    alert = tell({"Kota Bandung": "merah"}, emergency=True)
    ordinary = tell({"Kota Surabaya": "merah"}, key="uji-2")
    calm = tell({"Kota Bandung": "hijau"}, key="uji-3")
    after = tell({"Kota Bandung": "kuning"}, key="uji-4")
    assert get(path_of(ordinary)).status_code == 404
    assert get(path_of(after)).status_code == 404
    found = message(calm)
    assert references(found) == [alert.pk.urn]
    (info,) = infos(found)
    assert said(info, "responseType") == ["AllClear"]
    assert said(info, "urgency") == ["Past"]
    assert datetime.fromisoformat(said(info, "expires")[0]) - datetime.fromisoformat(
        said(found, "sent")[0]
    ) == timedelta(days=1)


def test_a_future_value_leaves_the_present_one_in_the_update() -> None:
    tell({"Kota Bandung": "jingga"}, emergency=True)
    begins = (timezone.localdate() + timedelta(days=9)).isoformat()
    second = tell({"Kota Bandung": "merah"}, key="uji-2", emergency=True, start=begins)
    ahead, present = infos(message(second))
    assert said(ahead, "urgency") == ["Future"]
    assert said(present, "severity") == ["Severe"]
    assert said(present, "expires") == said(ahead, "onset")


def test_a_recall_is_a_cancel_with_an_identifier_of_its_own() -> None:
    told = tell(emergency=True)
    assert get(path_of(told, RECALL)).status_code == 404
    take_back(told)
    told.refresh_from_db()
    found = message(told, RECALL)
    assert said(found, "msgType") == ["Cancel"]
    assert references(found) == [told.pk.urn]
    assert said(found, "identifier") != said(message(told), "identifier")
    assert "Angkanya keliru." in said(found, "note")[0]
    (info,) = infos(found)
    assert where(info) == [REGENCY, BANDUNG]
    assert said(info, "responseType") == ["Monitor"]
    assert said(info, "headline") == ["PERAGAAN: DITARIK: Status siaga diperbarui"]
    assert "recalled" in said(infos(found, "en")[0], "description")[0]


def test_a_recall_gives_back_what_it_had_taken_the_place_of() -> None:
    first = tell(emergency=True)
    second = tell({"Kota Bandung": "hijau"}, key="uji-2", emergency=True)
    take_back(second, restores=True)
    second.refresh_from_db()
    found = message(second, RECALL)
    assert said(found, "msgType") == ["Update"]
    assert references(found) == [second.pk.urn, first.pk.urn]
    told = {code: said(info, "severity")[0] for info in infos(found) for code in where(info)}
    assert told == {BANDUNG: "Extreme", REGENCY: "Severe"}
    third = tell({"Kota Bandung": "kuning"}, key="uji-3", emergency=True)
    assert references(message(third)) == [first.pk.urn, said(found, "identifier")[0]]


def test_a_drill_is_an_exercise_and_never_follows_the_real_thing(settings: LazySettings) -> None:
    tell({"Kota Bandung": "jingga"}, emergency=True)
    drill = tell({"Kota Bandung": "merah"}, key="uji-2", emergency=True, drill=True)
    found = message(drill)
    assert said(found, "status") == ["Exercise"]
    assert said(found, "msgType") == ["Alert"]
    assert said(found, "scope") == ["Restricted"]
    assert said(found, "restriction")
    assert "bukan keadaan sebenarnya" in said(found, "note")[0]
    assert said(infos(found)[0], "headline") == ["LATIHAN: Status siaga diperbarui"]
    settings.DEMONSTRATION = False
    assert get(path_of(drill)).status_code == 404


def test_awkward_letters_neither_break_the_document_nor_get_lost() -> None:
    told = tell(emergency=True)
    Announcement.objects.filter(pk=told.pk).update(
        title='<b>Awas & "siaga"</b> ]]> \U0001f30a', summary="Satu\x1b[31m\r\n\r\nDua\ufffetiga"
    )
    told.keymessages.create(position=0, text="<script>alert(1)</script>")
    told.contacts.create(position=0, name="A\x08B", reach="1, 2 & 3")
    info = infos(message(told))[0]
    assert said(info, "headline") == ['PERAGAAN: <b>Awas & "siaga"</b> ]]> \U0001f30a']
    assert said(info, "description")[0].startswith("Satu [31m\nDua tiga\nStatus")
    assert said(info, "instruction") == ["<script>alert(1)</script>"]
    assert said(info, "contact") == ["A B: 1, 2 & 3"]
    assert b"\x1b" not in get("/umpan/peringatan.xml").content
    assert get("/umpan/pengumuman/atom.xml").status_code == 200


def test_a_region_whose_outline_is_loaded_has_its_polygons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    RegionBoundary.objects.create(
        region_id=BANDUNG, path="M100 100l0 90 90 0 0-90zM400 400l0 9 9 0z", west=0, north=0,
        east=9, south=9, source="uji", loaded_at=timezone.now(),
    )  # fmt: skip
    told = tell(emergency=True)
    mainland, island = said(infos(message(told))[0], "polygon")
    points = mainland.split()
    assert points[0] == points[-1]
    assert len(points) == 5
    assert len(island.split()) == 4
    assert all(
        -11 < float(latitude) < 7 and 94 < float(longitude) < 142
        for latitude, longitude in (point.split(",") for point in points)
    )
    monkeypatch.setattr(outlines, "MOST_REGIONS", 1)
    assert said(message(told), "polygon") == []


def test_what_names_no_region_names_none_in_its_message() -> None:
    told = tell(emergency=True)
    told.facts.all().delete()
    found = message(told)
    assert len(infos(found)) == 1
    assert said(found, "area") == []


def test_what_is_not_public_has_no_message() -> None:
    plan = tell(emergency=True, at=timezone.now() + timedelta(hours=1))
    given_up = tell(key="uji-2", emergency=True, at=timezone.now() + timedelta(hours=2))
    Announcement.objects.filter(pk=given_up.pk).update(called_off_at=timezone.now())
    for slug in (plan.slug, given_up.slug, "tidak-ada", "a" * 5000):
        for name in ("cap.xml", RECALL):
            assert get(f"/pengumuman/{slug}/{name}").status_code == 404
    with time_machine.travel(plan.published_at, tick=False):
        assert said(message(plan), "msgType") == ["Alert"]
    with time_machine.travel(given_up.published_at, tick=False):
        assert get(path_of(given_up)).status_code == 404


def test_a_message_for_the_whole_country_asks_as_much_as_one_for_two_regions() -> None:
    codes = regencies_and_cities(514)
    tell({codes[0]: "merah", codes[1]: "hijau"}, emergency=True)
    few = tell({codes[0]: "kuning"}, key="uji-2", emergency=True)
    asked = queries_of(path_of(few))
    whole = {code: ("merah", "jingga")[at % 2] for at, code in enumerate(codes)}
    tell(whole, key="uji-3", emergency=True)
    for number in range(4, 9):
        tell({codes[number]: "merah"}, key=f"uji-{number}", emergency=True)
    last = tell({codes[9]: "kuning"}, key="uji-11", emergency=True)
    found = message(last)
    assert len(references(found)) == 8
    assert sorted(code for info in infos(found) for code in where(info)) == codes
    without_outlines = asked - 1
    assert queries_of(path_of(last)) == without_outlines
