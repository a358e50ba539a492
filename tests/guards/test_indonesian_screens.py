"""Somebody who reads no English can use the editors' screens: we look at them as they are sent."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from selaras.accounts.models import User
from selaras.media.tests.pictures import picture
from selaras.pages.tests.making import article

GATE = "selaras.accounts.access.AccessMiddleware"
# What Wagtail writes into its screens as it is: a button that only screen readers find, and
# the title of the page that every new database begins with.
FIXED = {"Search", "Welcome to your new Wagtail site!"}
# The names of models in the report of page types.
MODEL = re.compile(r"[a-z]+\.[a-z]+")
UNSEEN = ("script", "style")
READ_ALOUD = ("alt", "aria-description", "aria-label", "placeholder", "title")
# Words of English screens that are no Indonesian words, not even borrowed ones.
WORDS = """
    about access account action actions add added all and any approve are at autosave back been
    button by can cancel change changes checks choose close collection collections comment
    comments copy create created current date delete deleted details disabled document
    documents download edit edited editing enabled explore explorer field file filter for from
    group groups has have help hide history home image images insert is keyboard language last
    latest link loading lock locked logout more move name new next not of or owner page
    pages password paused permission please preview previous privacy publish published redirect
    redirects refresh remove reply reports reset results save saved saving schedule search
    select sent set settings shortcuts show sign site sites skip snippet sort submit task tasks
    the there this time title to toggle type unlock unpublish update updated upload usage use
    used user users version view visible visit warning website with workflow workflows yes you
    your
"""
ENGLISH = re.compile(rf"\b(?:{'|'.join(WORDS.split())})\b", re.IGNORECASE)


def address(name: str, *arguments: int) -> str:
    return reverse(name, args=arguments, urlconf="selaras.config.urls.editor")


class Seen(HTMLParser):
    """What a person sees or hears of a page, piece by piece."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in UNSEEN
        given = dict(attrs)
        button = tag == "input" and given.get("type") == "submit"
        heard = (*READ_ALOUD, "value") if button else READ_ALOUD
        self.pieces += [value for name in heard if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.hidden and data.strip():
            self.pieces.append(" ".join(data.split()))


@pytest.fixture
def editor(country: None, settings: LazySettings) -> Client:
    """Somebody who may see every screen: here it is about words, not about rights."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != GATE]
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(User.objects.create_superuser("pengelola"))
    return client


@pytest.fixture
def screens(country: None) -> dict[str, str]:
    """Addresses of Wagtail's main screens, on a country with an article, a picture and a file."""
    page = article("banjir")
    page.save_revision()
    shown = picture()
    file = get_document_model().objects.create(title="Surat", file="surat.pdf")
    pages = {
        name: address(f"wagtailadmin_pages:{name}", page.pk)
        for name in ("edit", "history", "usage", "delete", "move", "copy", "unpublish")
    }
    lists = (
        "wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_collections:index",
        "wagtailimages:index", "wagtailimages:add", "wagtailimages:add_multiple",
        "wagtaildocs:index", "wagtaildocs:add", "wagtaildocs:add_multiple",
        "wagtailusers_users:index", "wagtailusers_users:add",
        "wagtailusers_groups:index", "wagtailredirects:index",
        "wagtailredirects:add", "wagtailadmin_workflows:index",
        "wagtailadmin_reports:locked_pages", "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:aging_pages", "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_pages:search",
    )  # fmt: skip
    return {
        **pages,
        **{name: address(name) for name in lists},
        "explorer": address("wagtailadmin_explore", page.get_parent().pk),
        "add page": address("wagtailadmin_pages:add_subpage", page.get_parent().pk),
        "image": address("wagtailimages:edit", shown.pk),
        "document": address("wagtaildocs:edit", file.pk),
    }


def test_no_screen_of_the_editors_shows_english(editor: Client, screens: dict[str, str]) -> None:
    found = {}
    for name, path in screens.items():
        answer = editor.get(path)
        assert answer.status_code == 200, name
        pieces = Seen(answer.content.decode()).pieces
        assert len(pieces) > 20, name
        if english := [piece for piece in pieces if _is_english(piece)]:
            found[name] = english
    assert found == {}


def _is_english(piece: str) -> bool:
    if piece in FIXED or MODEL.fullmatch(piece):
        return False
    return ENGLISH.search(piece) is not None
