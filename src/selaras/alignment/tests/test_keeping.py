"""What texts say is kept with their version, once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention, TypeWording
from selaras.alignment.services.keeping import forget, keep_all
from selaras.alignment.services.texts import TextPart
from selaras.alignment.tests.telling import LEVEL_3, kept, source_text, verdict
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG, day, say

pytestmark = pytest.mark.django_db
DRAFT = CheckedText.State.DRAFT


@pytest.fixture
def level(spoken: tuple[FactType, FactType]) -> FactType:
    say(spoken[0], BANDUNG, "3", day("2021-01-01"))
    return spoken[0]


def test_a_mention_is_kept_with_its_part_and_the_fact_that_it_agrees_with(level: FactType) -> None:
    parts = [TextPart("title", "Kabar hari ini"), TextPart("body:x", f"Pembuka. {LEVEL_3}")]
    text = kept(parts=parts, embeds=2)
    row = StoredMention.objects.select_related("version").get(text=text)
    assert (row.part, row.fact_type, row.region_id) == ("body:x", level, BANDUNG)
    assert parts[1].text[row.start : row.end] == row.passage
    assert "3" in row.passage
    assert LEVEL_3 in row.around
    assert (row.verdict, row.version.source) == (Verdict.ALIGNED, "Uji")
    assert text.embeds == 2


def test_what_differs_is_explained_with_a_remedy(level: FactType) -> None:
    kept(LEVEL_3.replace("3", "2"))
    row = StoredMention.objects.get()
    assert row.verdict == Verdict.CONFLICTING
    assert row.explanation
    assert 0 < row.confidence <= 1
    assert {"action"} <= set(row.remedies[0])


@pytest.mark.usefixtures("level")
def test_the_same_version_is_read_once(request: pytest.FixtureRequest) -> None:
    first = kept()
    request.getfixturevalue("unread")
    again = kept()
    assert (again.pk, again.read_at) == (first.pk, first.read_at)
    moved = kept(title="Judul lain", address="https://lain.test/")
    assert moved.pk == first.pk
    stored = CheckedText.objects.get()
    assert (stored.title, stored.read_at) == ("Judul lain", first.read_at)
    assert StoredMention.objects.count() == 1
    TypeWording.objects.update(excludes=["remaja"])
    with pytest.raises(AssertionError, match="was read"):
        kept()


@pytest.mark.usefixtures("level")
def test_a_new_version_takes_the_place_of_the_old_and_a_draft_stands_beside_it() -> None:
    kept()
    kept(LEVEL_3.replace("3", "2"), version="2")
    assert verdict() == Verdict.CONFLICTING
    kept(LEVEL_3, version="3", state=DRAFT)
    assert CheckedText.objects.count() == StoredMention.objects.count() == 2
    kept("Tidak menyebut apa pun.", version="4")
    assert StoredMention.objects.get().text.state == DRAFT


@pytest.mark.usefixtures("level")
def test_what_is_forgotten_leaves_nothing() -> None:
    keep_all([source_text(), source_text(state=DRAFT), source_text(key="2")])
    forget(source="uji", source_ids=["1"], state=DRAFT)
    assert CheckedText.objects.count() == 2
    forget(source="uji", source_ids=["1", "2"])
    forget(source="uji", source_ids=["1", "2"])
    assert not CheckedText.objects.exists()
    assert not StoredMention.objects.exists()


@pytest.mark.usefixtures("level")
def test_many_texts_cost_as_many_queries_as_two() -> None:
    kept()  # what a process asks once, as the regions, is known then
    counts = []
    for number in (2, 20):
        texts = [source_text(key=f"{number}-{one}") for one in range(number)]
        with CaptureQueriesContext(connection) as captured:
            keep_all(texts)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 30
    assert StoredMention.objects.count() == 23
