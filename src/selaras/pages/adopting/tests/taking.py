"""Central texts and pages that began as them, for tests."""

import re
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.models import Announcement, KeyMessage, Question, Replacement
from selaras.announcements.tests.documents import announce
from selaras.institutions.models import Institution
from selaras.pages.adopting.comparing import Comparison, Row, compare
from selaras.pages.adopting.queries import Adopted, adopted, text_of_page
from selaras.pages.adopting.services import adopt, reconcile
from selaras.pages.adopting.sources import Source, kind_of
from selaras.pages.adopting.words import plain
from selaras.pages.models import ArticlePage, BasePage, ContentPage
from selaras.pages.review.tests.writing import changed, fresh
from selaras.pages.tests.making import BANDUNG, article, home_of, publish_again

POINTS = ("Bawa tas siaga.", "Ikuti petunjuk petugas.")


def announced(number: int = 1, points: Sequence[str] = POINTS, **fields: Any) -> Announcement:
    """An announcement with key messages and one question."""
    given = {"key": f"uji-{number}", "title": f"Siaga musim hujan {number}", **fields}
    made = announce(**given).announcement
    for position, text in enumerate(points):
        KeyMessage.objects.create(announcement=made, position=position, text=text)
    Question.objects.create(
        announcement=made, position=0, question="Ke mana mengungsi?", answer="Ke balai desa."
    )
    return made


def replacing(earlier: Announcement, later: Announcement, region: str = "00") -> Announcement:
    Replacement.objects.get_or_create(earlier=earlier, later=later, region_id=region)
    return later


def recalled(announcement: Announcement, reason: str = "Angkanya keliru.") -> Announcement:
    announcement.recalled_at, announcement.recall_reason = timezone.now(), reason
    announcement.save()
    return announcement


def central_page(slug: str = "mitigasi", *texts: str, **fields: Any) -> ArticlePage:
    """A public page of BNPB."""
    body = [{"type": "paragraph", "value": "".join(f"<p>{text}</p>" for text in texts)}]
    return article(slug, home_of("bnpb"), **{"body": body, **fields})


def found(kind: str, key: object, taker: str = BANDUNG) -> Source | None:
    return kind_of(kind).find(str(key), Institution.objects.get(slug=taker))


def taken(user: User, kind: str, key: object, parent: BasePage | None = None) -> ArticlePage:
    """A draft on the site of Bandung that begins as this text."""
    source = found(kind, key)
    assert source is not None
    page = adopt(source=source, parent=parent or home_of(), form="artikel", user=user)
    assert isinstance(page, ArticlePage)
    return fresh(page)


def state_of(page: ContentPage) -> Adopted:
    text = text_of_page(page.pk)
    known = adopted(text) if text else None
    assert known is not None
    return known


def compared(page: ArticlePage) -> Comparison:
    return compare(state_of(page), fresh(page))


def applied(page: ArticlePage, user: User, **choices: str) -> ArticlePage:
    """What the comparison proposes, applied."""
    reconcile(page=fresh(page), user=user, seen=compared(page).seen, choices=choices)
    return fresh(page)


def told(rows: Sequence[Row]) -> dict[str, list[str]]:
    """By what became of the places: their words, as the side says them that changed something."""
    said: dict[str, list[str]] = {}
    for row in rows:
        place = row.place
        side = place.theirs if place.change in ("theirs", "conflict") else place.ours
        words = " ".join(plain(unit) for unit in (side or place.base))
        said.setdefault(str(place.change), []).append(words)
    return said


def text_of(page: ArticlePage) -> str:
    """Everything that the newest draft says."""
    draft = fresh(page).get_latest_revision_as_object()
    return f"{draft.title}\n{draft.lead}\n{draft.body.get_prep_value()}"


def with_local(page: ArticlePage, user: User, text: str) -> ArticlePage:
    """The draft with a paragraph of one's own in its midst, as an editor writes it."""
    body = fresh(page).get_latest_revision_as_object().body.get_prep_value()
    first = next(block for block in body if block["type"] == "paragraph")
    end = re.search("</(p|h2)>", first["value"]).end()  # type: ignore[union-attr]
    first["value"] = f"{first['value'][:end]}<p>{text}</p>{first['value'][end:]}"
    return changed(page, user, body=body)


def published_anew(page: ArticlePage, *texts: str) -> None:
    """The source says something else from now on."""
    source = ArticlePage.objects.get(pk=page.pk)
    source.body = [{"type": "paragraph", "value": "".join(f"<p>{text}</p>" for text in texts)}]
    publish_again(source)
