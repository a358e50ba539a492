"""The screens: who sees what, that nothing typed is lost, and what lists cost."""

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.models import User
from selaras.facts.models import FactVersion, Objection
from selaras.facts.objections.tests.objecting import (
    REASON,
    Role,
    client_of,
    institution,
    objected,
    region,
    shelter,
)
from selaras.facts.tests.speaking import BANDUNG, day, owner_of, say
from selaras.media.models import File
from selaras.media.services import open_library
from support.people import oversee, person

pytestmark = pytest.mark.django_db
LIST = "/admin/keberatan/"


def body(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def form_of(version: FactVersion, code: str = BANDUNG) -> str:
    return f"{LIST}ajukan/isi/?instansi=kota-bandung&wilayah={code}&versi={version.pk}"


def test_a_region_objects_and_its_owner_answers_on_the_screens(
    version: FactVersion, writer: User, author: User
) -> None:
    region_client, owner_client = client_of(writer), client_of(author)
    choice = body(region_client, f"{LIST}ajukan/")
    assert "120 orang" in choice
    assert form_of(version).replace("&", "&amp;") in choice
    response = region_client.post(form_of(version), {"reason": REASON, "proposed": "80"})
    one = Objection.objects.get()
    assert response["Location"] == f"{LIST}{one.pk}/"
    assert "Lihat keberatan terbuka" in body(region_client, f"{LIST}ajukan/")
    listed = body(owner_client, LIST)
    assert "Kota Bandung" in listed
    assert "80 orang" in listed
    shown = body(owner_client, f"{LIST}{one.pk}/")
    assert REASON in shown
    assert "Jawab keberatan" in shown
    assert "Tarik keberatan" not in shown
    owner_client.post(
        f"{LIST}{one.pk}/jawab/",
        {"decision": "terima", "text": "Kami perbaiki.", "correction": "Nomor 12"},
    )
    answered = body(region_client, f"{LIST}{one.pk}/")
    assert "Kami perbaiki." in answered
    assert "Nomor 12" in answered
    one.refresh_from_db()
    assert one.answer_read_at is not None
    assert "tidak menunggu" not in body(region_client, f"{LIST}?keadaan=semua")


def test_others_do_not_find_an_objection_and_overseers_read_it(
    version: FactVersion, writer: User
) -> None:
    one = objected(writer, version)
    oversee("jawa-barat", "32")
    province = client_of(person("jabar", "jawa-barat", Role.AUTHOR))
    stranger = client_of(person("bali", "bali", *(set(Role) - {Role.PLATFORM})))
    assert REASON in body(province, f"{LIST}{one.pk}/")
    assert REASON not in body(stranger, LIST)
    assert version.fact_type.label in body(province, f"{LIST}?sisi=pantau")
    for name in ("", "jawab/", "tarik/"):
        assert stranger.get(f"{LIST}{one.pk}/{name}").status_code == 404
    assert province.get(f"{LIST}{one.pk}/jawab/").status_code == 404
    assert province.get(f"{LIST}{one.pk}/tarik/").status_code == 403


def test_who_lacks_the_role_is_turned_away(version: FactVersion, writer: User) -> None:
    one = objected(writer, version)
    auditor = client_of(person("audit", "kota-bandung", Role.AUDITOR))
    assert REASON in body(auditor, f"{LIST}{one.pk}/")
    for path in ("ajukan/", "ajukan/isi/", f"{one.pk}/tarik/", f"{one.pk}/jawab/"):
        assert auditor.get(f"{LIST}{path}").status_code == 403
    owner = client_of(person("tulis", owner_of(version.fact_type), Role.WRITER))
    assert owner.get(f"{LIST}{one.pk}/jawab/").status_code == 403


def test_what_was_typed_stays_when_it_is_refused(
    version: FactVersion, writer: User, author: User
) -> None:
    client = client_of(writer)
    typed = {"reason": "Dasar kami tertulis.", "proposed": "banyak", "evidence_url": "ftp://x"}
    told = client.post(form_of(version), typed).content.decode()
    assert all(text in told for text in ("Dasar kami tertulis.", "banyak", "ftp://x"))
    assert "error-message" in told
    say(version.fact_type, BANDUNG, "90", day("2026-01-01"))
    told = client.post(form_of(version), {"reason": "Dasar kami tertulis."}).content.decode()
    assert "sudah berubah" in told
    assert "Dasar kami tertulis." in told
    assert not Objection.objects.exists()
    one = objected(writer, version.fact_type.versions.latest("pk"))
    owner, address = client_of(author), f"{LIST}{one.pk}/jawab/"
    told = owner.post(address, {"text": "Sudah kami periksa."}).content.decode()
    assert "Sudah kami periksa." in told
    assert "Pilih menerima atau menolak." in told
    client.post(f"{LIST}{one.pk}/tarik/")
    told = owner.post(address, {"decision": "tolak", "text": "Sudah kami periksa."})
    assert "sudah ditarik" in told.content.decode()
    assert "Sudah kami periksa." in told.content.decode()


def test_a_value_of_elsewhere_one_s_own_and_nonsense_lead_back_to_the_list(
    version: FactVersion, writer: User
) -> None:
    client = client_of(writer)
    other = shelter("uji.bali", "51")
    start = f"{LIST}ajukan/"
    for path in (
        f"{start}isi/",
        f"{start}isi/?versi=x",
        f"{start}isi/?versi=999999",
        form_of(other),
    ):
        assert client.get(path).status_code == 302, path
    assert client.get(f"{start}?wilayah=51").status_code == 404
    assert client.get(f"{start}?instansi=bali").status_code == 404


def test_the_screen_tells_that_the_value_has_changed_and_what_else_was_said(
    version: FactVersion, writer: User
) -> None:
    first = objected(writer, version, reason="Yang pertama.")
    client = client_of(writer)
    client.post(f"{LIST}{first.pk}/tarik/")
    second = objected(writer, version)
    say(version.fact_type, BANDUNG, "80", day("2026-01-01"))
    shown = body(client, f"{LIST}{second.pk}/")
    assert "Nilai sudah berubah sejak keberatan diajukan" in shown
    assert "120 orang" in shown
    assert "80 orang" in shown
    assert f"{LIST}{first.pk}/" in shown


def test_the_evidence_can_be_fetched_from_the_objectors_site(
    version: FactVersion, writer: User, author: User
) -> None:
    office = institution("kota-bandung")
    file = File.objects.create(
        title="Daftar pos",
        file=ContentFile(b"%PDF-1.4", name="pos.pdf"),
        collection=open_library(institution=office).collection,
    )
    one = objected(writer, version, evidence_file=file)
    shown = body(client_of(author), f"{LIST}{one.pk}/")
    (path,) = re.findall(rf'href="{office.url}(/[^"]+)"', shown)
    assert Client(headers={"host": office.host}).get(path).status_code == 200


def many(version: FactVersion, writer: User, codes: list[str]) -> None:
    """Open ones in many regions, and answered ones, without asking whether they may be."""
    now = timezone.now()
    for code in codes:
        about = {
            "version": version,
            "fact_type": version.fact_type,
            "region": region(code),
            "owner": owner_of(version.fact_type),
            "objector": institution("kota-bandung"),
            "reason": REASON,
            "filed_by": writer,
            "filed_at": now - timedelta(days=20),
        }
        Objection.objects.create(**about, due_at=now - timedelta(days=3))
        Objection.objects.create(
            **about, due_at=now, state="rejected", answer="Tetap.", answered_at=now
        )


@pytest.mark.parametrize("query", ["", "?sisi=kami", "?keadaan=semua", "?sisi=kami&keadaan=semua"])
def test_ten_more_in_the_lists_cost_no_query_more(topics: None, writer: User, query: str) -> None:
    version = shelter(code="32")
    people = [writer, person("arif", owner_of(version.fact_type), Role.AUTHOR)]
    clients = [client_of(user) for user in people]
    paths = [f"{LIST}{query}", "/admin/"]
    counts = []
    for codes in (["32.01", "32.02"], [f"32.{number:02}" for number in range(3, 17)]):
        many(version, writer, codes)
        counts.append([_queries(client, path) for client in clients for path in paths])
    assert counts[0] == counts[1]


def test_ten_more_values_cost_no_query_more_to_choose_from(writer: User, topics: None) -> None:
    client, counts = client_of(writer), []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            shelter(f"uji.tampung{number}")
        counts.append(_queries(client, f"{LIST}ajukan/"))
    assert counts[0] == counts[1]


def _queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
