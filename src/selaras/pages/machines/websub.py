"""WebSub: the hub is told which feeds have changed, as soon as an article changes them.

What is owed is written while the article is saved, in the same transaction, so that no crash
between the two can lose it.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import requests
from django.conf import settings
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from selaras.institutions.models import Institution
from selaras.ledger.services import owe
from selaras.ledger.worker import settles
from selaras.pages.machines.addresses import FEEDS, feed_address
from selaras.pages.machines.errors import HubRefused, HubUnavailable
from selaras.pages.models import ArticlePage, PageSubject, Subject

PING = "websub.ping"
TIMEOUT = (5, 10)  # seconds to connect, and to wait for an answer
# Statuses that say "later": request timeout, too early, too many requests.
LATER = {408, 425, 429}
OK, REDIRECT, SERVER_ERROR = 200, 300, 500


@receiver(post_save, sender=ArticlePage)
def note_saved(
    instance: ArticlePage, *, raw: bool, update_fields: Iterable[str] | None, **_: Any
) -> None:
    """Publishing, correcting and withdrawing save the whole row; drafts save single columns."""
    public_once = instance.live or instance.first_published_at is not None
    if not raw and update_fields is None and public_once:
        owe_ping(instance)


@receiver(pre_delete, sender=ArticlePage)
def note_deleted(instance: ArticlePage, **_: Any) -> None:
    if instance.live:
        owe_ping(instance)


def owe_ping(article: ArticlePage) -> None:
    """Owe the hub a message about every feed that the article stands in or stood in."""
    if not settings.WEBSUB_HUB:
        return
    try:
        institution = article.institution
    except LookupError:
        return
    before = PageSubject.objects.filter(page=article.pk).values_list("subject_id", flat=True)
    now = [row.subject_id for row in article.page_subjects.all()]
    subjects = list(Subject.objects.filter(pk__in={*before, *now}).order_by("slug"))
    owe_feeds(changed_feeds(institution, subjects), about=str(article.pk))


def owe_feeds(feeds: list[str], *, about: str) -> None:
    """Owe the hub a message about these feeds, if there is a hub; in the caller's transaction."""
    if settings.WEBSUB_HUB:
        owe(kind=PING, key=f"{PING}:{about}:{uuid4()}", payload={"feeds": feeds})


def changed_feeds(institution: Institution, subjects: Iterable[Subject]) -> list[str]:
    """The addresses of the site's and the portal's feeds, and of theirs about the subjects."""
    return [
        feed_address(site, name, subject)
        for site in (institution, None)
        for subject in (None, *subjects)
        for name in FEEDS
    ]


@settles(PING, waits=True)
def ping(payload: dict[str, Any]) -> None:
    """Tell the hub. Raises `HubRefused`, which is permanent, or `HubUnavailable`."""
    if not settings.WEBSUB_HUB:
        return
    form = [("hub.mode", "publish"), *(("hub.url", url) for url in payload["feeds"])]
    try:
        # The body says nothing that is needed: it is not read, however long it is.
        with requests.post(
            settings.WEBSUB_HUB, data=form, timeout=TIMEOUT, allow_redirects=False, stream=True
        ) as response:
            status = response.status_code
    except requests.RequestException as error:
        raise HubUnavailable(type(error).__name__) from error
    if status in LATER or status >= SERVER_ERROR:
        raise HubUnavailable(f"status {status}")
    if not OK <= status < REDIRECT:
        raise HubRefused(status)
