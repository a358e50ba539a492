import json
from html import unescape
from typing import Any

import pytest
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from selaras.embeds.models import FactUse
from selaras.embeds.services import reindex
from selaras.embeds.tests.editing import BANDUNG, article, embed, writer
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import say
from selaras.institutions.models import Institution
from selaras.pages.blocks import TEXT_FEATURES
from selaras.pages.models import ArticlePage
from support.people import LONG_AGO

pytestmark = pytest.mark.django_db

REASON = "Belum pernah ada nilai resmi untuk Kota Bandung: Posko siaga."


@pytest.fixture
def client(topics: None) -> Client:
    reindex()
    return writer()


def form(html: str, **fields: Any) -> dict[str, Any]:
    text = ContentstateConverter(TEXT_FEATURES).from_database_format(html)
    data = {
        "title": "Posko kita",
        "slug": "posko-kita",
        "kicker": "Uji",
        "lead": "Teras.",
        "byline": "Redaksi",
        "place": "Bandung",
        "dated": "2026-01-10 08:00",
        "body": streamfield([("paragraph", text)]),
        "information_class": "berkala",
        "page_subjects": inline_formset([]),
        "corrections": inline_formset([]),
        "related": inline_formset([]),
        "action-publish": "1",
        **fields,
    }
    return dict(nested_form_data(data))


def newest(page: ArticlePage) -> str:
    page.refresh_from_db()
    revision = page.get_latest_revision()
    assert revision is not None
    return json.dumps(revision.content)


def home_id() -> int:
    site = Institution.objects.select_related("site").get(slug="kota-bandung").site
    assert site is not None
    return site.root_page_id


def with_a_reason(client: Client, response: Any) -> Any:
    """What follows on the editor's publishing: the reason is asked for, and given."""
    where = response["Location"]
    assert where.endswith("/darurat/")
    seen = client.get(where).context["form"].initial["seen"]
    return client.post(where, {"seen": seen, "reason": "Warga harus tahu sekarang."})


def shown(response: Any) -> str:
    return unescape(response.content.decode())


def test_what_was_never_stated_is_not_published_and_the_reason_is_said(client: Client) -> None:
    page = article("<p>Lama.</p>")
    response = client.post(f"/admin/pages/{page.pk}/edit/", form(f"<p>{embed('siaga.posko')}</p>"))
    assert response.status_code == 302
    assert REASON in shown(with_a_reason(client, response))
    page.refresh_from_db()
    assert "Lama." in str(page.body)
    assert page.live
    assert page.has_unpublished_changes
    assert "embedtype" in newest(page)


def test_a_new_page_that_says_it_is_kept_as_a_draft(client: Client) -> None:
    path = f"/admin/pages/add/pages/articlepage/{home_id()}/"
    response = client.post(path, form(f"<p>{embed('siaga.posko')}</p>"))
    page = ArticlePage.objects.get(slug="posko-kita")
    assert REASON in shown(with_a_reason(client, response))
    page.refresh_from_db()
    assert not page.live
    assert page.has_unpublished_changes
    assert page.first_published_at is None
    assert "embedtype" in newest(page)
    assert set(FactUse.objects.values_list("holder_id", "state")) == {(str(page.pk), "draft")}
    assert (
        Client().get("/posko-kita/", headers={"host": "kota-bandung.localhost"}).status_code == 404
    )


def test_a_page_whose_facts_were_stated_is_published(client: Client) -> None:
    say(FactType.objects.get(key="siaga.posko"), BANDUNG, "30", LONG_AGO)
    path = f"/admin/pages/add/pages/articlepage/{home_id()}/"
    with_a_reason(client, client.post(path, form(f"<p>{embed('siaga.posko')}</p>")))
    page = ArticlePage.objects.get(slug="posko-kita")
    assert page.live
    public = Client().get("/posko-kita/", headers={"host": "kota-bandung.localhost"})
    assert "30 posko" in public.content.decode()


def test_saving_a_draft_that_says_it_is_allowed(client: Client) -> None:
    page = article("<p>Lama.</p>")
    data = form(f"<p>{embed('siaga.posko')}</p>")
    del data["action-publish"]
    response = client.post(f"/admin/pages/{page.pk}/edit/", data)
    assert response.status_code == 302
    assert "embedtype" in newest(page)
