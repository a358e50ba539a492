"""From the first draft to the last report, by people at their screens."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from selaras.announcements.instructing.services import ask
from selaras.announcements.instructing.services.deciding import preview
from selaras.announcements.instructing.tests.asking import (
    OFFICE,
    Role,
    addressee,
    approver,
    author,
    client_of,
    drafted,
    institution,
    issued,
    submitted,
)
from selaras.announcements.models import Addressee, Inquiry, Instruction, Report
from selaras.institutions.services import dissolve
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
FORM = {
    "title": "Pasang status siaga",
    "task": "Muat status siaga.",
    "kind": "institutions",
    "institutions": "kota-bandung\nKabupaten Bandung",
    "value": "siaga.status=merah",
}


def at(name: str, *args: Any) -> str:
    return reverse(f"instructions:{name}", urlconf="selaras.config.urls.editor", args=args)


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())


def typed(**given: str) -> dict[str, str]:
    due = timezone.localtime() + timedelta(days=3)
    return {**FORM, "due_at": due.strftime("%Y-%m-%dT%H:%M"), **given}


def fresh(row: Addressee) -> Addressee:
    return Addressee.objects.get(pk=row.pk)


def test_an_instruction_goes_from_draft_to_done_at_the_screens() -> None:
    writer, decider = client_of(author()), client_of(approver())
    page = writer.post(at("new"), typed(wants_link="on", drill="on"))
    made = Instruction.objects.get()
    assert page["Location"] == at("show", made.pk)
    assert made.due_at.astimezone(made.issuer.region.tzinfo).strftime("%H%M") == typed()["due_at"][
        -5:
    ].replace(":", "")
    assert "2 penerima" in words(writer.get(at("show", made.pk)))
    writer.post(at("show", made.pk), {"act": "ajukan"})
    assert "Setujui dan terbitkan" not in words(writer.get(at("show", made.pk)))
    seen = preview(made).seen
    assert "LATIHAN" in words(decider.get(at("show", made.pk)))
    decider.post(at("show", made.pk), {"act": "terbitkan", "seen": seen})
    row = addressee(made)
    local = client_of(person("bandung", OFFICE, Role.WRITER))
    assert "Pasang status siaga" in words(local.get(at("received")))
    task = at("task", row.pk)
    assert "LATIHAN" in words(local.get(task))
    assert fresh(row).state == "received"  # looking at it writes nothing
    assert local.post(at("read", row.pk), headers={"x-requested-with": "fetch"}).status_code == 204
    assert fresh(row).state == "read"
    local.post(at("report", row.pk), {"act": "akui"})
    local.post(at("report", row.pk), {"act": "tanya", "question": "Di mana?"})
    refused = local.post(at("report", row.pk), {"act": "selesai", "text": "Sudah beres."})
    assert "Bukti yang diminta belum disertakan" in words(refused)
    assert "Sudah beres." in words(refused)
    file = SimpleUploadedFile("bukti.pdf", b"%PDF-1.7 x")
    given = {"act": "selesai", "link": "https://kota-bandung.example/", "file": file}
    assert local.post(at("report", row.pk), given).status_code == 302
    assert fresh(row).state == "done"
    assert Report.objects.latest("pk").file is not None
    assert local.post(at("report", row.pk), {"act": "buka", "text": "Keliru."}).status_code == 302
    assert fresh(row).state == "in_progress"
    inquiry = Inquiry.objects.get()
    answering = at("answer", made.pk, inquiry.pk)
    too_long = decider.post(answering, {"text": "x" * 3001})
    assert "x" * 3001 in words(too_long)  # what was typed stays
    decider.post(answering, {"text": "Di halaman depan."})
    other = client_of(person("kab", "kab-bandung", Role.APPROVER))
    shown = words(other.get(at("task", addressee(made, "kab-bandung").pk)))
    assert "Di halaman depan." in shown
    assert row.name in shown


def test_every_mistake_in_the_list_of_addressees_is_told_and_what_was_typed_stays() -> None:
    dissolve(institution=institution("kota-cimahi"), on=timezone.localdate(), actor="uji")
    lines = "Kota Cimahi\nkota-bandung\nKota Bandung\nNegeri Seberang"
    page = words(client_of(author()).post(at("new"), typed(institutions=lines)))
    for told in ("Baris 1", "dibubarkan sejak", "Baris 3", "sudah ada di baris 2", "Baris 4"):
        assert told in page
    assert "Negeri Seberang" in page
    assert not Instruction.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"due_at": "besok"},
        {"due_at": "0001-01-01T00:00"},
        {"due_at": "9999-12-31T23:59"},
        {"kind": "semua"},
        {"kind": "level", "value": "siaga.status=ungu"},
        {"kind": "within"},
        {"kind": "within", "provinces": "99"},
        {"title": ""},
        {"title": "x" * 300},
        {"task": "\x00"},
        {"check_name": "embeds-fact"},
        {"institutions": ""},
        {"institutions": "x" * 5000},
        {"institutions": "\n".join(["kota-bandung"] * 1200)},
        {"announcement": "bukan"},
    ],
)
def test_bad_input_is_told_and_is_no_failure(given: dict[str, str]) -> None:
    page = client_of(author()).post(at("new"), typed(**given))
    assert page.status_code == 200
    assert "help-critical" in words(page)
    assert not Instruction.objects.exists()


def test_the_form_of_a_draft_shows_what_was_kept_and_changing_it_takes_it_back() -> None:
    user = author()
    made, client = submitted(user), client_of(user)
    page = words(client.get(at("edit", made.pk)))
    assert "kota-bandung\nkab-bandung" in page
    client.post(at("edit", made.pk), typed(title="Lain", kind="regencies"))
    assert "514 penerima" in words(client.get(at("show", made.pk)))
    assert "Ajukan untuk disetujui" in words(client.get(at("show", made.pk)))


def test_what_the_approver_did_not_see_is_not_issued_and_a_comment_returns_it() -> None:
    user = author()
    made = submitted(user)
    decider = client_of(approver())
    page = decider.post(at("show", made.pk), {"act": "terbitkan", "seen": "lain"})
    assert "berubah sementara itu" in words(page)
    assert not Addressee.objects.exists()
    decider.post(at("show", made.pk), {"act": "kembalikan", "comment": "Terlalu pendek."})
    assert "Terlalu pendek." in words(client_of(user).get(at("show", made.pk)))


@pytest.mark.parametrize("name", ["remind", "cancel", "read"])
def test_acts_are_no_links(name: str) -> None:
    made = issued()
    key = addressee(made).pk if name == "read" else made.pk
    person_ = person("semua", OFFICE, *Role) if name == "read" else person("s", "bnpb", *Role)
    assert client_of(person_).get(at(name, key)).status_code == 405


def test_what_is_foreign_is_not_there() -> None:
    made = issued()
    row = addressee(made)
    stranger = client_of(person("asing", "kab-merauke", *Role))
    for address in (at("task", row.pk), at("show", made.pk), at("row", made.pk, row.pk)):
        assert stranger.get(address).status_code == 404
    other = issued(title="Lain")
    centre = client_of(author())
    assert centre.get(at("row", other.pk, row.pk)).status_code == 404
    assert centre.get(at("row", made.pk, row.pk)).status_code == 200
    for address in (at("task", 10**30), at("row", made.pk, 10**30), at("answer", made.pk, 10**30)):
        assert centre.post(address).status_code == 404
    inquiry = ask(addressee=row, user=person("b", OFFICE, Role.WRITER), text="?")
    assert centre.post(at("answer", other.pk, inquiry.pk), {"text": "x"}).status_code == 404


def test_the_issuer_says_that_it_is_not_enough_and_cancels_with_a_reason() -> None:
    made = issued()
    row = addressee(made)
    local = client_of(person("bandung", OFFICE, Role.WRITER))
    local.post(at("report", row.pk), {"act": "selesai"})
    decider = client_of(approver())
    assert "Belum cukup, karena" in words(decider.get(at("row", made.pk, row.pk)))
    decider.post(at("ask_again", made.pk, row.pk), {"text": "Belum tampak."})
    assert "Belum tampak." in words(local.get(at("task", row.pk)))
    assert "Alasan pembatalan belum ditulis" in words(decider.post(at("cancel", made.pk)))
    decider.post(at("remind", made.pk))
    decider.post(at("cancel", made.pk), {"text": "Sudah tidak perlu."})
    assert "Sudah tidak perlu." in words(local.get(at("task", row.pk)))


def test_somebody_of_a_regency_is_told_that_it_instructs_nobody() -> None:
    local = client_of(person("bandung", OFFICE, Role.WRITER))
    assert "tidak memberi instruksi" in words(local.get(at("new")))
    assert local.post(at("new"), typed()).status_code == 404


def test_a_draft_is_thrown_away() -> None:
    user = author()
    made = drafted(user)
    client_of(user).post(at("show", made.pk), {"act": "batalkan"})
    assert Instruction.objects.get().state == "cancelled"
