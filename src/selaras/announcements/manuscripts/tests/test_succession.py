"""What a new announcement is to an earlier one: explicit, per region, and never in a circle."""

import pytest

from selaras.accounts.models import User
from selaras.announcements.errors import WrongSuccession
from selaras.announcements.manuscripts.converting import following
from selaras.announcements.manuscripts.listing import announcements_read_by, shown_announcements
from selaras.announcements.manuscripts.services import submit
from selaras.announcements.manuscripts.tests.writing import (
    BANDUNG,
    SLEMAN,
    announced,
    approver,
    author,
    later,
    seen,
    wall,
    written,
)
from selaras.announcements.models import Announcement, Relation, Replacement
from selaras.announcements.services import ask_recall, confirm_recall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
TWO = [["siaga.status", BANDUNG, "merah"], ["siaga.status", SLEMAN, "jingga"]]


def refused(earlier: Announcement, **given: object) -> str:
    user = author(f"lain-{User.objects.count()}")
    fields = {"relation": Relation.AMENDS.value, "earlier": str(earlier.pk), **given}
    manuscript = written(user, **fields)
    with pytest.raises(WrongSuccession) as error:
        submit(manuscript=manuscript, user=user, seen=seen(manuscript))
    return error.value.problem


def test_what_supersedes_says_something_of_all_that_it_supersedes() -> None:
    user, decides = author(), approver()
    first = announced(user, decides, rows=TWO)
    assert "1 nilai" in refused(first, relation=Relation.SUPERSEDES.value)
    second = announced(
        user, decides, rows=TWO, relation=Relation.SUPERSEDES.value, earlier=str(first.pk)
    )
    replaced = Replacement.objects.filter(later=second, earlier=first)
    assert set(replaced.values_list("region", flat=True)) == {BANDUNG, SLEMAN}
    shown = dict(shown_announcements(announcements_read_by(user)))
    assert (shown[first].label, shown[second].label) == ("Digantikan", "Terbit")


def test_what_amends_replaces_only_the_regions_that_it_speaks_of() -> None:
    user, decides = author(), approver()
    first = announced(user, decides, rows=TWO)
    amends = {"relation": Relation.AMENDS.value, "earlier": str(first.pk)}
    second = announced(user, decides, **amends)
    assert set(Replacement.objects.filter(later=second).values_list("region", flat=True)) == {
        BANDUNG
    }
    assert "Tidak satu pun wilayah" in refused(first, rows=[["siaga.status", "51.71", "hijau"]])


def test_a_correction_says_what_was_wrong_and_begins_with_what_was_said() -> None:
    user, decides = author(), approver()
    first = announced(user, decides, rows=TWO, messages=["Tetap tenang."])
    begun = following(first, Relation.CORRECTS)
    assert begun.messages == ["Tetap tenang."]
    assert begun.rows == [
        ["siaga.status", BANDUNG, "Siaga Merah"],
        ["siaga.status", SLEMAN, "Siaga Jingga"],
    ]
    given = {**begun.as_json(), "correction": "Sleman seharusnya kuning."}
    given["rows"] = [["siaga.status", SLEMAN, "kuning"]]
    second = announced(user, decides, **given)
    assert second.correction == "Sleman seharusnya kuning."
    shown = dict(shown_announcements(announcements_read_by(user)))
    assert shown[first].label == "Terbit, dikoreksi"


def test_an_announcement_never_replaces_a_later_one_so_that_no_circle_can_be_made() -> None:
    user, decides = author(), approver()
    moment = later()
    planned = announced(user, decides, goes_live=wall(moment))
    assert "sesudahnya" in refused(planned)
    assert "sesudahnya" in refused(
        planned, goes_live=wall(moment), relation="corrects", correction="x"
    )
    after = announced(
        user,
        decides,
        goes_live=wall(later(2)),
        relation=Relation.SUPERSEDES.value,
        earlier=str(planned.pk),
    )
    for one in (after, planned):
        assert "sesudahnya" in refused(one, relation=Relation.SUPERSEDES.value)
    pairs = set(Replacement.objects.values_list("later", "earlier"))
    assert pairs == {(after.pk, planned.pk)}


def test_what_was_recalled_or_belongs_to_another_topic_is_not_replaced() -> None:
    user, decides = author(), approver()
    first = announced(user, decides)
    asked = ask_recall(announcement=first, user=user, reason="Salah.")
    confirm_recall(recall=asked, user=decides)
    assert "sudah ditarik" in refused(first)
