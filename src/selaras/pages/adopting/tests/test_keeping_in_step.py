import pytest

from selaras.common.errors import Refused
from selaras.ledger.models import AuditEntry
from selaras.pages.adopting.errors import ChangedMeanwhile, NothingNewer, PageLocked, Undecided
from selaras.pages.adopting.services import decline, reconcile
from selaras.pages.adopting.sources import State
from selaras.pages.adopting.tests.taking import (
    announced,
    applied,
    central_page,
    compared,
    published_anew,
    replacing,
    state_of,
    taken,
    text_of,
    told,
    with_local,
)
from selaras.pages.review.services import approve, submit
from selaras.pages.review.tests.writing import approver, changed, fresh, writer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PAPUA = {"Kota Jayapura": "merah"}
LOCAL = "Di Bandung: posko di Balai Kota."


def test_an_announcement_is_replaced_twice_and_the_local_text_survives_both() -> None:
    tini, first = writer(), announced(1)
    page = with_local(taken(tini, "pengumuman", first.pk), tini, LOCAL)
    second = replacing(first, announced(2, ["Bawa tas siaga besar.", "Ikuti petunjuk petugas."]))

    said = told(compared(page).rows)
    assert said["theirs"] == ["Siaga musim hujan 2", "Bawa tas siaga besar."]
    assert said["ours"] == [LOCAL]
    assert "conflict" not in said
    page = applied(page, tini)
    assert LOCAL in text_of(page)
    assert "tas siaga besar" in text_of(page)

    third = replacing(second, announced(3, ["Bawa tas siaga besar.", "Matikan listrik."]))
    said = told(compared(page).rows)
    assert said["theirs"] == ["Siaga musim hujan 3", "Ikuti petunjuk petugas.", "Matikan listrik."]
    assert said["ours"] == [LOCAL]
    page = applied(page, tini)
    for words in (third.title, "tas siaga besar", "Matikan listrik", "Ke balai desa", LOCAL):
        assert words in text_of(page)
    assert "petunjuk petugas" not in text_of(page)
    assert state_of(page).outcome.state is State.STANDING
    assert not fresh(page).live
    assert page.revisions.count() == 4


def test_a_page_is_published_anew_twice_and_the_local_text_survives_both() -> None:
    tini, source = writer(), central_page("mitigasi", "Banjir naik cepat.", "Jauhi sungai.")
    page = with_local(taken(tini, "halaman", source.pk), tini, LOCAL)
    published_anew(source, "Banjir naik sangat cepat.", "Jauhi sungai.")
    said = told(compared(page).rows)
    assert said["theirs"] == ["Banjir naik sangat cepat."]
    assert said["ours"] == [LOCAL]
    page = applied(page, tini)

    published_anew(source, "Banjir naik sangat cepat.", "Jauhi sungai.", "Nyalakan radio.")
    said = told(compared(page).rows)
    assert (said["theirs"], said["ours"]) == (["Nyalakan radio."], [LOCAL])
    page = applied(page, tini)
    body = fresh(page).get_latest_revision_as_object().body.get_prep_value()
    assert [block["value"] for block in body] == [
        f"<p>Banjir naik sangat cepat.</p><p>{LOCAL}</p><p>Jauhi sungai.</p><p>Nyalakan radio.</p>"
    ]


def test_blocks_of_ones_own_keep_their_place_and_their_keys() -> None:
    tini, source = writer(), central_page("mitigasi", "Satu dua tiga.", "Empat lima enam.")
    page = taken(tini, "halaman", source.pk)
    key = "3f0c9b1e-7a1d-4a53-9c1b-9f9d3a1b2c4d"
    body = [
        {"type": "paragraph", "value": '<p data-block-key="ab">Satu dua tiga.</p>'},
        {"type": "quote", "value": {"text": "Kami siap.", "source": "Camat"}, "id": key},
        {"type": "paragraph", "value": '<p data-block-key="cd">Empat lima enam.</p>'},
    ]
    page = changed(page, tini, body=body)
    published_anew(source, "Nol.", "Satu dua tiga.", "Empat lima tujuh.")
    page = applied(page, tini)
    stored = fresh(page).get_latest_revision_as_object().body.get_prep_value()
    assert [block["type"] for block in stored] == ["paragraph", "quote", "paragraph"]
    assert stored[1]["id"] == key
    assert stored[2]["value"] == "<p>Empat lima tujuh.</p>"


def test_where_both_changed_the_same_paragraph_somebody_must_choose_and_may_take_both() -> None:
    tini, source = writer(), central_page("jam", "Posko buka pukul delapan setiap hari.")
    page = taken(tini, "halaman", source.pk)
    ours = [{"type": "paragraph", "value": "<p>Posko buka pukul tujuh setiap hari.</p>"}]
    page = changed(page, tini, body=ours)
    published_anew(source, "Posko buka pukul sembilan setiap hari.")
    comparison = compared(page)
    (row,) = comparison.undecided({})
    with pytest.raises(Undecided):
        reconcile(page=page, user=tini, seen=comparison.seen, choices={})
    page = applied(page, tini, **{row.key: "keduanya"})
    assert "pukul sembilan" in text_of(page)
    assert "pukul tujuh" in text_of(page)


def test_what_changed_since_the_comparison_was_shown_is_not_overwritten() -> None:
    tini, source = writer(), central_page("jam", "Satu.")
    page = taken(tini, "halaman", source.pk)
    published_anew(source, "Satu.", "Dua.")
    seen = compared(page).seen
    page = with_local(page, tini, LOCAL)
    with pytest.raises(ChangedMeanwhile):
        reconcile(page=page, user=tini, seen=seen, choices={})
    seen = compared(page).seen
    published_anew(source, "Satu.", "Tiga.")
    with pytest.raises(ChangedMeanwhile):
        reconcile(page=page, user=tini, seen=seen, choices={})
    assert LOCAL in text_of(page)


def test_an_approved_page_is_locked_and_nobody_of_elsewhere_may_apply() -> None:
    tini, source = writer(), central_page("jam", "Satu.")
    page = taken(tini, "halaman", source.pk)
    published_anew(source, "Dua.")
    submit(page=page, user=tini)
    approve(page=fresh(page), user=approver(), publishing=False)
    with pytest.raises(PageLocked):
        reconcile(page=page, user=tini, seen=compared(page).seen, choices={})
    stranger = writer("asing", "bnpb")
    with pytest.raises(Refused, match="tidak berwenang"):
        reconcile(page=page, user=stranger, seen=compared(page).seen, choices={})


def test_a_version_that_was_declined_is_not_told_again_but_the_next_one_is() -> None:
    tini, source = writer(), central_page("jam", "Satu.")
    page = taken(tini, "halaman", source.pk)
    published_anew(source, "Dua.")
    mark = state_of(page).outcome.mark
    decline(page=page, user=tini, mark=mark)
    assert not state_of(page).needs_attention
    published_anew(source, "Tiga.")
    assert state_of(page).needs_attention
    with pytest.raises(ChangedMeanwhile):
        decline(page=page, user=tini, mark=mark)
    done = AuditEntry.objects.filter(action="pages.adoption.decline")
    assert done.get().institution == "kota-bandung"


def test_what_replaces_an_announcement_elsewhere_or_in_a_circle_is_no_new_version() -> None:
    tini, first = writer(), announced(1)
    page = taken(tini, "pengumuman", first.pk)
    elsewhere = replacing(first, announced(2, rows=PAPUA), region="94")
    assert state_of(page).outcome.state is State.STANDING
    with pytest.raises(NothingNewer):
        reconcile(page=page, user=tini, seen=compared(page).seen, choices={})
    replacing(elsewhere, first)
    here = replacing(first, announced(3, rows=PAPUA), region="32")
    replacing(here, first)
    newer = state_of(page).outcome.newer
    assert newer is not None
    assert newer.row == here


def test_an_amendment_does_not_take_away_what_it_leaves_unsaid() -> None:
    tini, first = writer(), announced(1)
    page = taken(tini, "pengumuman", first.pk)
    second = announced(2, ["Bawa obat sendiri."])
    second.relation = "amends"
    second.save()
    replacing(first, second)
    page = applied(page, tini)
    for words in ("tas siaga", "petunjuk petugas", "Bawa obat sendiri"):
        assert words in text_of(page)
