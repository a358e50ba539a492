"""Copies are kept with their texts, follow what becomes of announcements, and are shown."""

from collections.abc import Collection, Mapping
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from selaras.alignment.copies.adopting import Source
from selaras.alignment.copies.index import announced_with
from selaras.alignment.copies.queries import old_copies, old_copy_counts
from selaras.alignment.copies.services import keep_copies
from selaras.alignment.copies.shingles import Words
from selaras.alignment.copies.tests.copying import (
    FIRST,
    LOCAL,
    SECOND,
    announce,
    text_of_bandung,
)
from selaras.alignment.models import AnnouncedWords, StoredCopy
from selaras.alignment.services.texts import TextPart
from selaras.announcements.models import Relation
from selaras.announcements.tests.editors import signed_in, words
from selaras.announcements.tests.telling import take_back
from selaras.institutions.models import Institution, Membership
from selaras.ledger.worker import settle_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
State = StoredCopy.State
PARTS = [TextPart("body:a", "Dapur umum dibuka."), TextPart("body:b", LOCAL)]


def kept(key: str = "1") -> None:
    with transaction.atomic():
        keep_copies([(text_of_bandung(key), PARTS)])


def states() -> list[str]:
    return list(StoredCopy.objects.values_list("state", flat=True))


def test_a_kept_copy_follows_what_becomes_of_its_announcement_without_reading_the_text() -> None:
    first = announce()
    kept()
    assert states() == [State.CURRENT]
    second = announce(SECOND, key="uji-2", relation=Relation.SUPERSEDES, earlier=first)
    settle_due()
    row = StoredCopy.objects.get()
    assert (row.state, row.announcement, row.current) == (State.OLD, first, second)
    assert (row.part, row.start) == ("body:b", LOCAL.index("Warga"))
    take_back(second, restores=True)
    settle_due()
    assert states() == [State.CURRENT]
    take_back(first)
    settle_due()
    assert states() == [State.WITHDRAWN]
    settle_due()
    assert states() == [State.WITHDRAWN]


def test_what_was_published_is_indexed_by_the_worker() -> None:
    announce()
    AnnouncedWords.objects.all().delete()
    hashes = {value for _, value in Words(FIRST[0]).prints}
    assert not announced_with(hashes)
    settle_due()
    assert announced_with(hashes)


def test_a_text_that_adopted_the_announcement_has_its_own_comparison(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = announce()
    second = announce(SECOND, key="uji-2", relation=Relation.SUPERSEDES, earlier=first)

    class Room:
        def adopted(self, sources: Collection[Source]) -> Mapping[Source, Collection[UUID]]:
            return {source: {second.pk} for source in sources}

        def address(self, announcement: UUID) -> str:
            return f"/ambil/{announcement}/"

    monkeypatch.setattr("selaras.alignment.copies.adopting._rooms", {"uji": Room()})
    kept()
    assert states() == []


def test_an_institution_has_its_old_copies_and_their_count_in_one_query_each() -> None:
    first = announce()
    for key in "12":
        kept(key)
    announce(SECOND, key="uji-2", relation=Relation.SUPERSEDES, earlier=first)
    settle_due()
    owner = Institution.objects.get(region="32.73")
    with CaptureQueriesContext(connection) as queries:
        found = [
            (one.text.title, one.announcement.title, one.current) for one in old_copies([owner.pk])
        ]
    assert len(found) == 2
    assert len(queries) == 1
    assert old_copy_counts([owner.pk, 0]) == {owner.pk: 2}


def test_the_screen_shows_what_changed_and_only_to_those_whom_it_concerns() -> None:
    first = announce()
    kept()
    announce(SECOND, key="uji-2", relation=Relation.SUPERSEDES, earlier=first)
    settle_due()
    row = StoredCopy.objects.get()
    place = f"/admin/salinan-pengumuman/{row.pk}/"
    owner = row.text.institution.slug
    Role = Membership.Role
    for slug, role, status in (
        (owner, Role.WRITER, 200),
        (first.speaker.slug, Role.AUTHOR, 200),
        ("kab-sleman", Role.WRITER, 404),
        (owner, Role.ADMINISTRATOR, 403),
    ):
        answer = signed_in(slug, role).get(place)
        assert answer.status_code == status, (slug, role)
    page = words(signed_in(owner, Role.WRITER).get(place))  # type: ignore[arg-type]
    assert "<del>18.00 </del>" in page
    assert "<ins>16.00 </ins>" in page
    assert "ada di teks ini" in page
    assert signed_in(owner, Role.WRITER).get("/admin/salinan-pengumuman/999999/").status_code == 404
