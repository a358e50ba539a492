"""The editor's form as a browser sends it, and two people who use it."""

import re
from typing import Any

from django.test import Client
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from selaras.embeds.tests.editing import writer
from selaras.institutions.models import Membership
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import article
from support.people import person

JSON = {"accept": "application/json"}

Role = Membership.Role


def edit_url(page: ArticlePage) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def opened(client: Client, page: ArticlePage) -> dict[str, Any]:
    """What the form holds when somebody opens the page."""
    html = client.get(edit_url(page)).content.decode()
    fields = querydict_from_html(html, form_id="page-edit-form")
    return {name: fields.getlist(name)[-1] for name in fields}


def filled(form: dict[str, Any], *paragraphs: str, **changes: str) -> dict[str, Any]:
    """The form with another text and other fields."""
    body = streamfield([("paragraph", rich_text(one)) for one in paragraphs])
    return {**form, **nested_form_data({"body": body}), **changes}


def autosaved(client: Client, page: ArticlePage, form: dict[str, Any]) -> Any:
    return client.post(edit_url(page), form, headers=JSON)


def newest_text(page: ArticlePage) -> str:
    page.refresh_from_db()
    newest = page.get_latest_revision_as_object()
    return " ".join(re.sub(r"<[^>]+>", "", str(block.value)) for block in newest.body)


def two_writers() -> tuple[Client, Client]:
    first, second = writer(), Client(headers={"host": "redaksi.localhost"})
    user = person("penulis-kedua", "kota-bandung", Role.WRITER, Role.EMERGENCY)
    user.first_name, user.last_name = "Penulis", "Kedua"
    user.save()
    second.force_login(user)
    return first, second


def draft(slug: str = "uji") -> ArticlePage:
    page = article(slug)
    page.save_revision()
    return page
