"""The list of what was public, for those who may read what the institution writes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.pages.models import ArticlePage, Publication
from selaras.pages.policies import may_read_past
from selaras.pages.tests.making import article, publish_again
from support.people import oversee, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

Role = Membership.Role
EDITORS = "selaras.config.urls.editor"
BANDUNG = "kota-bandung"


def as_user(user: User) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(user)
    return client


def list_url(page: ArticlePage) -> str:
    return reverse("past_pages:list", EDITORS, args=[page.pk])


def show_url(page: ArticlePage, moment: str) -> str:
    return f"{reverse('past_pages:show', EDITORS, args=[page.pk])}?pada={moment}"


def now() -> str:
    return timezone.now().isoformat().replace("+", "%2B")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.WRITER, Role.APPROVER, Role.ADMINISTRATOR])
def test_members_read_the_list_and_the_page(role: Membership.Role) -> None:
    page = article("satu")
    moment = now()
    page.title = "Judul kini"
    publish_again(page)
    client = as_user(person("budi", BANDUNG, role))
    listed = client.get(list_url(page)).content.decode()
    assert listed.count("/satu/") >= 2
    response = client.get(show_url(page, moment))
    assert response.status_code == 200
    assert "Seperti terlihat pada" in response.content.decode()
    assert "Artikel satu" in response.content.decode()
    assert "Judul kini" not in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "sandbox" in response.headers["Content-Security-Policy"]


def test_overseers_read_it_and_strangers_find_nothing() -> None:
    page = article("satu")
    row = Publication.objects.get(page_id=page.pk)
    stranger = person("siti", "kab-merauke", Role.AUDITOR)
    assert not may_read_past(stranger, row)
    client = as_user(stranger)
    assert client.get(list_url(page)).status_code == 404
    assert client.get(show_url(page, now())).status_code == 404
    oversee("jawa-barat", "32")
    overseer = person("tono", "jawa-barat", Role.AUDITOR)
    assert may_read_past(overseer, row)
    assert as_user(overseer).get(list_url(page)).status_code == 200


def test_a_deleted_page_is_still_there_for_the_auditor() -> None:
    page = article("satu")
    moment, url = now(), list_url(page)
    shown = show_url(page, moment)
    ArticlePage.objects.get(pk=page.pk).delete()
    client = as_user(person("budi", BANDUNG, Role.AUDITOR))
    assert "dihapus" in client.get(url).content.decode()
    assert "Artikel satu" in client.get(shown).content.decode()


@pytest.mark.parametrize("moment", ["", "kemarin", "2999-01-01", "2001-01-01"])
def test_a_moment_that_shows_nothing_leads_back_with_a_reason(moment: str) -> None:
    page = article("satu")
    response = as_user(person("budi", BANDUNG, Role.AUDITOR)).get(
        show_url(page, moment), follow=True
    )
    assert response.redirect_chain[0][0] == list_url(page)
    assert "messages" in response.content.decode()


def test_the_list_does_not_ask_more_with_more_rows() -> None:
    page = article("satu")
    client = as_user(person("budi", BANDUNG, Role.AUDITOR))
    client.get(list_url(page))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(list_url(page)).status_code == 200
        return len(captured)

    few = queries()
    for _ in range(10):
        publish_again(ArticlePage.objects.get(pk=page.pk))
    assert queries() == few
