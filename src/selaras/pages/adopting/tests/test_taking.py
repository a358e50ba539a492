from typing import Any

import pytest

from selaras.announcements.models import Announcement
from selaras.ledger.models import AuditEntry
from selaras.pages.adopting.errors import MayNotAdopt
from selaras.pages.adopting.tests.taking import (
    announced,
    central_page,
    compared,
    found,
    published_anew,
    replacing,
    taken,
    text_of,
    told,
    with_local,
)
from selaras.pages.models import AdoptedText, ArticlePage, InformationPage
from selaras.pages.review.tests.writing import Role, client_of, fresh, place, writer
from selaras.pages.tests.making import article, home_of, section
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
LIST, USED = "/admin/teks-pusat/", "/admin/teks-pusat/dipakai/"


def take(kind: str, key: object) -> str:
    return f"{LIST}ambil/{kind}/{key}/"


def compare(page: ArticlePage) -> str:
    return f"{LIST}halaman/{page.pk}/bandingkan/"


def titles(answer: Any) -> list[str]:
    return [source.title for source in answer.context["sources"]]


def test_a_writer_takes_an_announcement_into_a_section_and_edits_the_draft() -> None:
    tini, source, berita = writer(), announced(), section()
    client = client_of(tini)
    assert source.title in client.get(LIST).content.decode()
    assert "Bawa tas siaga." in client.get(take("pengumuman", source.pk)).content.decode()
    answer = client.post(take("pengumuman", source.pk), {"place": berita.pk, "form": "artikel"})
    page = ArticlePage.objects.child_of(berita).get()
    assert answer.headers["Location"] == place("wagtailadmin_pages:edit", page.pk)
    assert not page.live
    assert page.title == source.title
    assert 'embedtype="fact"' in text_of(page)
    done = AuditEntry.objects.get(action="pages.adopt")
    assert (done.institution, done.object_id) == ("kota-bandung", str(page.pk))
    twice = AuditEntry.objects.filter(action="wagtail.create", object_id=str(page.pk))
    assert not twice.exists()
    editor = client.get(place("wagtailadmin_pages:edit", page.pk)).content.decode()
    assert "Diambil dari pengumuman" in editor


def test_a_text_may_also_become_a_plain_page() -> None:
    tini, source = writer(), central_page("jam", "Satu.")
    client_of(tini).post(take("halaman", source.pk), {"place": home_of().pk, "form": "informasi"})
    page = InformationPage.objects.child_of(home_of()).get(title=source.title)
    assert client_of(tini).get(f"{LIST}halaman/{page.pk}/bandingkan/").status_code == 200


def test_what_concerns_the_region_stands_first_and_words_of_the_title_find_it() -> None:
    announced(1, rows={"Kota Bandung": "merah"}, title="Siaga Bandung")
    announced(2, rows={"Kota Jayapura": "merah"}, title="Siaga Jayapura")
    client = client_of(writer())
    assert titles(client.get(LIST)) == ["Siaga Bandung", "Siaga Jayapura"]
    assert titles(client.get(LIST, {"q": "jayapura siaga"})) == ["Siaga Jayapura"]
    assert titles(client.get(LIST, {"q": "banjir"})) == []
    central_page("jam", "Satu.", title="Jam posko")
    article("sendiri", title="Milik sendiri")
    assert titles(client.get(LIST, {"jenis": "halaman", "q": "jam"})) == ["Jam posko"]


def test_what_is_nobodys_above_or_no_text_at_all_is_not_there() -> None:
    tini, sideways = writer(), article("lain", home_of("kota-cimahi"))
    later = announced()
    Announcement.objects.filter(pk=later.pk).update(published_at="2999-01-01T00:00:00Z")
    client = client_of(tini)
    for kind, key in (
        ("halaman", sideways.pk), ("halaman", "9" * 30), ("halaman", "abc"), ("pengumuman", "x"),
        ("pengumuman", later.pk), ("berkas", 1),
    ):  # fmt: skip
        assert client.get(take(kind, key)).status_code == 404, (kind, key)
    assert client.get(compare(article("biasa"))).status_code == 404
    foreign = taken(tini, "halaman", central_page("jam", "Satu.").pk)
    assert client_of(writer("asing", "kota-cimahi")).get(compare(foreign)).status_code == 404


def test_nobody_takes_a_text_onto_anothers_site() -> None:
    source = found("pengumuman", announced().pk)
    assert source is not None
    with pytest.raises(MayNotAdopt):
        taken(writer("asing", "kota-cimahi"), "pengumuman", source.key)
    assert not AdoptedText.objects.exists()
    auditor = client_of(person("pemeriksa", "kota-bandung", Role.AUDITOR))
    assert auditor.get(LIST).status_code == 403


def test_pictures_stay_with_their_owner_and_links_keep_leading_there() -> None:
    tini, linked = writer(), central_page("tujuan", "Tujuan.")
    body = [
        {
            "type": "paragraph",
            "value": f'<p>Lihat <a id="{linked.pk}" linktype="page">ini</a>.</p>',
        },
        {"type": "read_also", "value": linked.pk},
    ]
    page = taken(tini, "halaman", central_page("jam", body=body).pk)
    assert f'<a href="{linked.full_url}">ini</a>' in text_of(page)
    assert "read_also" not in text_of(page)


def test_what_the_text_editor_writes_anew_is_no_local_change() -> None:
    tini, source = writer(), announced()
    page = taken(tini, "pengumuman", source.pk)
    draft = fresh(page).get_latest_revision_as_object()
    for child in draft.body:
        if child.block_type == "paragraph":
            widget = child.block.field.widget
            sent = {"x": widget.format_value(child.value.source)}
            child.value.source = widget.value_from_datadict(sent, {}, "x")
    draft.save_revision(user=tini)
    assert "data-block-key" in text_of(page)
    assert "Ke balai desa." in str(draft.body)
    assert set(told(compared(page).rows)) == {"unchanged"}


def test_the_screen_applies_what_was_chosen_and_asks_for_what_was_not() -> None:
    tini, source = writer(), central_page("jam", "Posko buka pukul delapan setiap hari.")
    page = with_local(taken(tini, "halaman", source.pk), tini, "Di Balai Kota.")
    draft = fresh(page).get_latest_revision_as_object()
    value = draft.body.get_prep_value()[0]["value"].replace("delapan", "tujuh")
    draft.body = [{"type": "paragraph", "value": value}]
    draft.save_revision(user=tini)
    published_anew(source, "Posko buka pukul sembilan setiap hari.", "Bawa KTP.")
    client = client_of(tini)
    shown = client.get(compare(page))
    said = shown.content.decode()
    for words in ("<del>delapan </del>", "<ins>sembilan </ins>", "<ins>tujuh </ins>", "Bawa KTP."):
        assert words in said
    sent = {"act": "terapkan", "seen": shown.context["comparison"].seen}
    again = client.post(compare(page), sent)
    assert "Masih ada 1 tempat" in again.content.decode()
    (row,) = again.context["comparison"].undecided({})
    client.post(compare(page), {**sent, f"pilih-{row.key}": "kita"})
    assert "pukul tujuh" in text_of(page)
    for words in ("Di Balai Kota.", "Bawa KTP."):
        assert words in text_of(page)
    stale = client.post(compare(page), sent)
    assert "berubah sejak perbandingan" in stale.content.decode()


def test_the_owner_sees_who_has_which_version_but_no_draft() -> None:
    tini, first = writer(), announced(1)
    page = taken(tini, "pengumuman", first.pk)
    draft = fresh(page).get_latest_revision_as_object()
    draft.title = "Judul rahasia"
    draft.save_revision(user=tini)
    replacing(first, announced(2))
    said = client_of(person("pemeriksa", "bnpb", Role.AUDITOR)).get(USED).content.decode()
    assert "Sumber berubah" in said
    assert first.title in said
    assert "Judul rahasia" not in said
    assert first.title not in client_of(tini).get(USED).content.decode()
