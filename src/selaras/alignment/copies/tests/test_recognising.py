"""Which texts repeat an old version of an announcement, and which are as they should be."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.alignment.copies.index import MOST_FAMILIES, index
from selaras.alignment.copies.tests.copying import FIRST, LOCAL, SECOND, announce, found_in
from selaras.alignment.models import CommonShingle, Shingle, StoredCopy
from selaras.announcements.models import Announcement, Relation
from selaras.announcements.tests.telling import take_back

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = StoredCopy.State


def followed(
    relation: str, messages: tuple[str, ...] = SECOND, **fields: Any
) -> list[Announcement]:
    first = announce()
    return [
        first,
        announce(messages, key="uji-2", relation=relation, earlier=first, **fields),
    ]


@pytest.mark.parametrize("relation", [Relation.SUPERSEDES, Relation.CORRECTS, Relation.AMENDS])
def test_an_old_copy_with_local_edits_is_found_and_names_what_stands_now(relation: str) -> None:
    correction = {"correction": "Waktunya."} if relation == Relation.CORRECTS else {}
    first, second = followed(relation, **correction)
    own = "Kami menyiapkan dapur umum di lapangan."
    (copy,) = found_in(own, LOCAL.replace("perahu karet", "truk dinas"))
    assert (copy.announcement, copy.current, copy.state) == (first.pk, second.pk, State.OLD)
    assert copy.part == "body:1"
    assert copy.passage.startswith("Warga di bantaran")
    assert copy.passage.endswith("masjid raya")
    assert copy.start == LOCAL.index("Warga")
    assert 0.6 < copy.share < 1


@pytest.mark.parametrize("relation", [Relation.SUPERSEDES, Relation.AMENDS])
def test_a_copy_of_the_newest_version_is_as_it_should_be(relation: str) -> None:
    _, second = followed(relation)
    edited = SECOND[0].replace("titik kumpul", "pos kami").upper()
    (copy,) = found_in(f"Pengumuman dinas kami. {edited} Terima kasih.")
    assert (copy.announcement, copy.state) == (second.pk, State.CURRENT)
    same = found_in(FIRST[1] + " Terima kasih.")
    assert [one.state for one in same] in ([], [State.CURRENT])


def test_what_an_amendment_leaves_alone_still_holds_and_what_supersedes_ends_it() -> None:
    _, second = followed(Relation.AMENDS, SECOND[:1])
    assert all(one.state == State.CURRENT for one in found_in(f"{FIRST[1]} {SECOND[0]}"))
    third = announce(SECOND[:1], key="uji-3", relation=Relation.SUPERSEDES, earlier=second)
    assert third.pk == found_in(LOCAL)[0].current


def test_what_was_superseded_is_old_everywhere_and_what_was_amended_only_there() -> None:
    _, second = followed(Relation.AMENDS)
    assert found_in(LOCAL, region="35.78")[0].state == State.CURRENT
    announce(FIRST[1:], key="uji-3", relation=Relation.SUPERSEDES, earlier=second)
    assert found_in(SECOND[0], region="35.78")[0].state == State.OLD


def test_a_withdrawn_announcement_is_told_even_of_a_dated_text() -> None:
    first = announce()
    assert found_in(LOCAL)[0].state == State.CURRENT
    take_back(first)
    today = timezone.localdate()
    for day in (None, today):
        (copy,) = found_in(LOCAL, day=day)
        assert (copy.announcement, copy.current, copy.state) == (first.pk, None, State.WITHDRAWN)


def test_a_text_of_its_day_was_right_to_repeat_what_stood_then() -> None:
    followed(Relation.SUPERSEDES)
    today = timezone.localdate()
    assert found_in(LOCAL, day=today)[0].state == State.OLD
    assert found_in(LOCAL, day=today - timedelta(days=1))[0].state == State.CURRENT


def test_phrases_that_many_announcements_share_are_nobodys() -> None:
    phrase = (
        "Pemerintah Republik Indonesia menetapkan kebijakan ini demi keselamatan seluruh rakyat dan"
        " meminta semua pihak mematuhi ketentuan yang berlaku di wilayah masing-masing dengan penuh"
        " tanggung jawab serta mengikuti informasi resmi dari kanal pemerintah setempat."
    )
    made = [
        announce((f"{phrase} Nomor{letter} berbeda.",), key=f"uji-{letter}", rows={place: "merah"})
        for letter, place in zip(
            "abcd", ("Kota Bandung", "Kota Surabaya", "Kota Cimahi", "Kota Bogor"), strict=True
        )
    ]
    assert len(made) > MOST_FAMILIES
    assert CommonShingle.objects.exists()
    take_back(made[0])
    assert found_in(f"{phrase} Demikian.") == []


def test_drills_and_what_is_only_planned_are_never_known() -> None:
    planned = announce(key="uji-2", at=timezone.now() + timedelta(hours=1))
    drill = announce(key="uji-3")
    Shingle.objects.all().delete()
    Announcement.objects.filter(pk=drill.pk).update(drill=True)
    assert [index(one.pk) for one in (planned, drill)] == [False, False]
    assert found_in(LOCAL) == []


def test_the_queries_do_not_grow_with_texts_parts_or_versions() -> None:
    followed(Relation.SUPERSEDES)
    with CaptureQueriesContext(
        connection,
    ) as nothing:
        found_in(*["Tidak ada yang sama di sini, kata dinas kami kepada warga."] * 50)
    with CaptureQueriesContext(connection) as one:
        assert found_in(LOCAL)
    last = Announcement.objects.get(key="uji-2")
    for number in range(3, 7):
        fresh = tuple(text.replace("Petugas", f"Petugas{'x' * number}") for text in SECOND)
        last = announce(fresh, key=f"uji-{number}", relation=Relation.SUPERSEDES, earlier=last)
    with CaptureQueriesContext(connection) as many:
        assert {one.current for one in found_in(*[LOCAL] * 20)} == {last.pk}
    assert len(nothing) == 1
    assert len(one) == len(many) < 12
