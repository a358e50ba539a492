"""What stands about an announcement, and for which regions it still stands."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement, Relation
from selaras.announcements.standing import concerning, emergencies, marked
from selaras.announcements.tests.documents import regencies_and_cities
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PORTAL = Client(headers={"host": "localhost"})
BANDUNG, SURABAYA, NATIONAL = "32.73", "35.78", "00"


def body_of(announcement: Announcement, suffix: str = "/") -> str:
    return PORTAL.get(f"/pengumuman/{announcement.slug}{suffix}").content.decode()


def stands(announcement: Announcement, code: str) -> bool:
    return concerning(code).filter(pk=announcement.pk).exists()


def test_a_whole_announcement_says_everything_it_has_and_its_json_too() -> None:
    jakarta = Region.objects.get(pk="31")
    told = tell(
        parts=Parts(
            messages=("Jauhi <sungai>.", "Ikuti petugas."),
            questions=(("Siapa yang dihubungi?", "Posko."),),
            contacts=(("Posko", "posko@peragaan.example"),),
            audience=(jakarta,),
        )
    )
    body = body_of(told)
    for words in ("Jauhi &lt;sungai&gt;.", "<summary>Siapa yang dihubungi?</summary>",
                  'href="mailto:posko@peragaan.example"', ">Siaga Merah <"):  # fmt: skip
        assert words in body
    body = body.partition("<main")[2]
    assert body.index("Jauhi") < body.index("Dasar hukum") < body.index("Dua wilayah berubah.")
    answer = PORTAL.get(f"/pengumuman/{told.slug}.json").json()
    assert answer["key_messages"] == ["Jauhi <sungai>.", "Ikuti petugas."]
    assert answer["questions"] == [{"question": "Siapa yang dihubungi?", "answer": "Posko."}]
    assert answer["audience"] == [{"region": "31", "name": jakarta.full_name}]
    assert (answer["recalled"], answer["replaced_by"]) == (None, [])


def test_a_correction_and_what_it_corrects_name_each_other_once_it_is_public() -> None:
    first = tell()
    at = timezone.now() + timedelta(hours=1)
    second = tell(
        {"Kota Bandung": "kuning"}, key="uji-2", title="Koreksi status", at=at,
        relation=Relation.CORRECTS, earlier=first, correction="Kota Bandung kuning, bukan merah.",
    )  # fmt: skip
    with time_machine.travel(at - timedelta(seconds=1), tick=False):
        assert "Dikoreksi oleh" not in body_of(first)
        assert stands(first, BANDUNG)
        assert PORTAL.get(f"/pengumuman/{second.slug}/").status_code == 404
        assert not marked(Announcement.objects.filter(pk=first.pk)).get().corrected
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        body = body_of(first)
        assert "Dikoreksi oleh" in body
        assert "Kota Bandung kuning, bukan merah." in body
        assert "untuk Kota Bandung" in body
        assert "Mengoreksi" in body_of(second)
        (after,) = PORTAL.get(f"/pengumuman/{first.slug}.json").json()["replaced_by"]
        assert (after["relation"], after["regions"]) == ("corrects", [BANDUNG])
        assert not stands(first, BANDUNG)
        assert stands(first, "32.04")
        assert marked(Announcement.objects.filter(pk=first.pk)).get().corrected
        assert "Dikoreksi</span>" in PORTAL.get("/pengumuman/").content.decode()


def test_what_supersedes_all_leaves_nothing_standing() -> None:
    first = tell()
    second = tell(key="uji-2", title="Status baru", relation=Relation.SUPERSEDES, earlier=first)
    assert "Digantikan oleh" in body_of(first)
    assert "seluruhnya" in body_of(first)
    assert "Menggantikan" in body_of(second)
    one = marked(Announcement.objects.filter(pk=first.pk)).get()
    assert one.superseded
    assert not stands(first, BANDUNG)
    assert stands(second, BANDUNG)


def test_another_value_of_the_same_region_does_not_take_the_place_of_all() -> None:
    services = tell({"Kota Bandung": "12"}, of="siaga.posko")
    tell({"Kota Bandung": "merah"}, key="uji-2")
    assert stands(services, BANDUNG)


def test_a_value_of_one_city_leaves_what_was_told_to_the_country_and_a_drill_leaves_all() -> None:
    everybody = Parts(audience=(Region.objects.get(pk=NATIONAL),))
    nationwide = tell({"Kota Bandung": "merah"}, parts=everybody, emergency=True)
    local = tell({"Kota Bandung": "kuning"}, key="uji-2")
    tell({"Kota Bandung": "merah"}, key="uji-3", drill=True)
    assert stands(nationwide, BANDUNG)
    assert stands(nationwide, SURABAYA)
    assert stands(local, BANDUNG)
    tell({"Kota Bandung": "jingga"}, key="uji-4", parts=everybody, relation=Relation.SUPERSEDES,
         earlier=nationwide)  # fmt: skip
    assert not stands(nationwide, SURABAYA)


def test_what_is_replaced_later_stands_until_its_values_end() -> None:
    first = tell()
    begins = timezone.localdate() + timedelta(days=40)
    tell(key="uji-2", start=begins.isoformat())
    assert stands(first, BANDUNG)
    with time_machine.travel(timezone.now() + timedelta(days=42), tick=False):
        assert not stands(first, BANDUNG)


def test_what_was_recalled_stays_readable_and_stands_nowhere() -> None:
    first = tell({"Kota Bandung": "hijau"})
    second = tell(key="uji-2", title="Keliru", emergency=True)
    take_back(second, restores=True)
    body = body_of(second)
    assert "Ditarik pada" in body
    assert "Angkanya keliru." in body
    assert "<s>Siaga Merah</s>" in body
    recalled = PORTAL.get(f"/pengumuman/{second.slug}.json").json()["recalled"]
    assert recalled["reason"] == "Angkanya keliru."
    assert not stands(second, BANDUNG)
    assert stands(first, BANDUNG)
    assert "Diperbarui oleh" not in body_of(first)
    assert emergencies(BANDUNG) == []


def test_a_called_off_plan_never_has_a_page() -> None:
    at = timezone.now() + timedelta(hours=1)
    plan = tell(at=at)
    Announcement.objects.filter(pk=plan.pk).update(called_off_at=timezone.now())
    with time_machine.travel(at + timedelta(hours=1), tick=False):
        for suffix in ("/", ".json"):
            assert PORTAL.get(f"/pengumuman/{plan.slug}{suffix}").status_code == 404
        assert "Status siaga diperbarui" not in PORTAL.get("/pengumuman/").content.decode()


def test_a_drill_is_marked_in_the_demonstration_and_nowhere_else_to_be_read() -> None:
    drill = tell(drill=True, emergency=True, title="Uji sirene")
    assert "LATIHAN" in body_of(drill)
    assert "LATIHAN" in PORTAL.get("/pengumuman/").content.decode()
    with override_settings(DEMONSTRATION=False):
        _read_nowhere(drill)


def _read_nowhere(drill: Announcement) -> None:
    for path in (f"/pengumuman/{drill.slug}/", f"/pengumuman/{drill.slug}.json"):
        assert PORTAL.get(path).status_code == 404
    site = Client(headers={"host": "kota-bandung.localhost"})
    for client, path in ((PORTAL, "/pengumuman/"), (PORTAL, "/"), (PORTAL, "/wilayah/32.73/"),
                         (site, "/")):  # fmt: skip
        body = client.get(path).content.decode()
        assert "Uji sirene" not in body, path


def test_a_page_asks_as_much_whatever_stands_about_it() -> None:
    def asks(one: Announcement) -> int:
        with CaptureQueriesContext(connection) as queries:
            body_of(one)
            body_of(one, ".json")
        return len(queries)

    codes = regencies_and_cities(30)
    first = tell(dict.fromkeys(codes, "hijau"))
    tell({codes[0]: "kuning"}, key="uji-2")
    asks(first)
    few = asks(first)
    for number in range(3, 9):
        tell(dict.fromkeys(codes[number : number + 3], "merah"), key=f"uji-{number}")
    assert asks(first) == few
