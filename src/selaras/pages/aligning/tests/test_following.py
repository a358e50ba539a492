"""What pages say is followed: published, drafted, moved, withdrawn, deleted."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention, TypeWording
from selaras.alignment.services.renewing import read_all, read_outdated
from selaras.alignment.tests.telling import spoken_types
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG, day, say
from selaras.ledger.models import OwedEffect
from selaras.ledger.worker import settle_due
from selaras.pages.aligning import filling, keeping
from selaras.pages.aligning.keeping import dated, keep_pages
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage, InformationPage
from selaras.pages.tests.making import article, home_of, publish, publish_again, section

pytestmark = pytest.mark.django_db
PUBLISHED, DRAFT = CheckedText.State.PUBLISHED, CheckedText.State.DRAFT
BODY = [{"type": "paragraph", "id": "p1", "value": "<p>Kota Bandung berstatus PPKM Level 3.</p>"}]


@pytest.fixture
def level(topics: None) -> FactType:
    kind, _ = spoken_types()
    say(kind, BANDUNG, "2", day("2021-01-01"))
    return kind


def settle() -> None:
    settle_due(limit=1000)


def states() -> dict[str, str]:
    """The states in which texts are kept, with their titles."""
    return {row.state: row.title for row in CheckedText.objects.all()}


def ignored(*_: int) -> None:
    """Whom no progress is told."""


@pytest.mark.usefixtures("level")
def test_what_is_published_is_read_with_its_place_in_the_page() -> None:
    page = article("kabar", body=BODY)
    assert not CheckedText.objects.exists()
    settle()
    text = CheckedText.objects.get()
    assert (text.source_id, text.state, text.version) == (
        str(page.pk), PUBLISHED, str(page.live_revision_id),
    )  # fmt: skip
    assert text.address.endswith("kota-bandung.localhost:8000/kabar/")
    assert text.edit_address == f"/admin/pages/{page.pk}/edit/"
    assert text.region_id == BANDUNG
    mention = StoredMention.objects.get()
    assert (mention.part, mention.verdict) == ("body:p1", Verdict.CONFLICTING)


@pytest.mark.usefixtures("level")
def test_a_draft_stands_beside_what_is_public_until_it_is_published() -> None:
    page = article("kabar", body=BODY)
    page.title = "Draf"
    page.save_revision()
    settle()
    assert states() == {PUBLISHED: "Artikel kabar", DRAFT: "Draf"}
    publish_again(page)
    settle()
    assert states() == {PUBLISHED: "Draf"}


@pytest.mark.usefixtures("level")
def test_what_is_unpublished_remains_a_draft_and_what_is_deleted_nothing() -> None:
    page = article("kabar", body=BODY)
    settle()
    page.unpublish()
    settle()
    assert PUBLISHED not in states()
    page.delete()
    settle()
    assert not CheckedText.objects.exists()


@pytest.mark.usefixtures("level")
def test_addresses_follow_without_reading(request: pytest.FixtureRequest) -> None:
    old = section()
    page = article("kabar", old, body=BODY)
    settle()
    request.getfixturevalue("unread")
    old.refresh_from_db()
    old.slug = "warta"
    old.save()
    settle()
    kept = CheckedText.objects.get(source_id=str(page.pk))
    assert kept.address.endswith("/warta/kabar/")
    ArticlePage.objects.get(pk=page.pk).move(home_of(), pos="last-child")
    settle()
    kept.refresh_from_db()
    assert kept.address.endswith("localhost:8000/kabar/")


@pytest.mark.usefixtures("level")
def test_what_is_published_while_an_older_version_is_kept_is_what_remains(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = article("kabar", body=BODY)
    kept = keeping.keep_all

    def late(texts: Any) -> Any:
        if page.title != "Lebih baru":
            page.title = "Lebih baru"
            publish_again(page)
        return kept(texts)

    monkeypatch.setattr(keeping, "keep_all", late)
    keep_pages([page.pk])
    assert states() == {PUBLISHED: "Lebih baru"}


@pytest.mark.usefixtures("level")
def test_embeds_are_counted_and_their_values_not_read(level: FactType) -> None:
    tag = f'<embed embedtype="fact" id="{level.pk}" format="short"/>'
    article("kabar", body=[{"type": "paragraph", "value": f"<p>Bandung PPKM {tag}.</p>"}])
    settle()
    assert CheckedText.objects.get().embeds == 1
    assert not StoredMention.objects.exists()


def test_news_has_a_day_and_pages_that_stand_have_none(level: FactType) -> None:
    begun = timezone.now() - timedelta(days=200)
    article("lama", body=BODY, dated=begun)
    publish(home_of(), InformationPage(title="Profil", slug="profil", lead="P.", body=BODY))
    settle()
    old = CheckedText.objects.get(title="Artikel lama")
    assert (old.speaks_on, old.dated_from) == dated(begun, old.region)
    assert old.is_dated(timezone.localdate())
    assert CheckedText.objects.get(title="Profil").speaks_on is None


@pytest.mark.usefixtures("level")
def test_the_row_that_is_owed_is_written_with_the_change() -> None:
    page = article("kabar", body=BODY)
    owed = OwedEffect.objects.filter(kind="pages.alignment", state=OwedEffect.State.OWED)
    assert {"page": page.pk} in list(owed.values_list("payload", flat=True))
    settle()
    assert not owed.exists()


@pytest.mark.usefixtures("level")
def test_everything_is_read_once_and_goes_on_where_it_was_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filling, "BATCH", 1)
    pages = [article(f"kabar-{number}", body=BODY) for number in range(3)]
    done: list[int] = []

    def stopping(more: int, total: int) -> None:
        done.append(more)
        if len(done) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_all(stopping)
    assert CheckedText.objects.count() == 1
    total = read_all(ignored)
    kept = CheckedText.objects.values_list("source_id", flat=True)
    assert {str(page.pk) for page in pages} <= set(kept)
    progress: list[tuple[int, int]] = []
    assert read_all(lambda *told: progress.append(told)) == total
    assert sum(more for more, _ in progress) == total


@pytest.mark.usefixtures("level")
def test_other_words_find_it_in_what_was_published_before(level: FactType) -> None:
    TypeWording.objects.filter(fact_type=level).update(
        aliases=["sebutan lain"], patterns=["sebutan {nilai}"]
    )
    article("kabar", body=BODY)
    settle()
    read_outdated()
    assert not StoredMention.objects.exists()
    TypeWording.objects.filter(fact_type=level).update(aliases=["PPKM"], patterns=["level {nilai}"])
    told = CheckedText.objects.get().lexicon
    article("lain")
    settle()
    read_outdated()
    assert CheckedText.objects.get(title="Artikel kabar").lexicon != told
    assert StoredMention.objects.get().verdict == Verdict.CONFLICTING


@pytest.mark.usefixtures("level")
def test_many_pages_cost_as_many_queries_as_two() -> None:
    def queries(number: int, **fields: Any) -> int:
        pages = [article(f"kabar-{number}-{one}", body=BODY) for one in range(number)]
        with CaptureQueriesContext(connection) as captured:
            keep_pages(page.pk for page in pages)
        return len(captured)

    with without_review("uji"):
        queries(1)  # what a process asks once, as the regions, is known then
        assert queries(2) == queries(12)
