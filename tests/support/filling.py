"""Addresses of the editors' host, filled in with somebody's objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.contrib.redirects.models import Redirect

from selaras.accounts.access import CLOSED, OPEN, stated_routes
from selaras.facts.models import FactType
from selaras.institutions.models import Membership
from selaras.media.models import File, Picture
from selaras.pages.models import ArticlePage, Release, WrongInformationReport
from selaras.search.synonyms import all_groups
from support.announcing import Spoken, spoken_by
from support.copying import copied_by
from support.instructing import Asked, asked_by
from support.objecting import objection
from support.strangers import Secrets

OTHER = "kab-sleman"  # the other side of what stands between two institutions
EDITOR = settings.HOST_URLCONFS["editor"]
# What these need is made by a step of its own, and is its maker's alone.
MADE_BEFORE = {
    "uploaded_file_id", "task_state_id", "task_id", "workflow_state_id", "session_id",
    "remark_id", "link_id", "key",
}  # fmt: skip


@dataclass(frozen=True)
class Objects:
    """What one institution has, by the names that addresses give it."""

    secrets: Secrets
    slug: str

    @cached_property
    def word(self) -> str:
        return self.secrets.words[self.slug]

    @cached_property
    def page(self) -> ArticlePage:
        return self.secrets.drafts[self.slug]

    @cached_property
    def picture(self) -> int:
        return Picture.objects.get(title=self.word).pk

    @cached_property
    def file(self) -> int:
        return File.objects.get(title=self.word).pk

    @cached_property
    def spoken(self) -> Spoken:
        return spoken_by(self.slug, self.word)

    @cached_property
    def asked(self) -> Asked:
        return asked_by(self.slug, self.word)

    @cached_property
    def copied(self) -> int:
        return copied_by(self.slug, self.word, self.spoken.planned).pk

    @cached_property
    def values(self) -> dict[str, Any]:
        """By the argument's name."""
        home = self.page.get_parent().pk
        fact_type = FactType.objects.first()
        memberships = Membership.objects.select_related("user")
        membership = memberships.get(user__username=self.word)
        return {
            "page_id": self.page.pk,
            "page_to_move_id": self.page.pk,
            "parent_page_id": home,
            "destination_id": home,
            "revision_id": self.page.latest_revision_id,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "image_id": self.picture,
            "document_id": self.file,
            "doc_id": self.file,
            "redirect_id": Redirect.objects.get(old_path=f"/{self.word}").pk,
            "filter_spec": "max-165x165",
            "content_type_app_name": "pages",
            "content_type_model_name": "articlepage",
            "app_name": "taggit",
            "slug": self.slug,
            "person": membership.user.reference,
            "membership": membership.pk,
            "digits": "0d5566",
            "type_id": fact_type.pk if fact_type else None,
            "manuscript": self.spoken.manuscript.pk,
            "announcement": self.spoken.planned.pk,
            "copy": self.copied,
            "number": 1,
            "instruction": self.asked.instruction.pk,
            "row": self.asked.row.pk,
            "inquiry": self.asked.inquiry.pk,
            "addressee": self.asked.row.pk,
        }

    @cached_property
    def by_route(self) -> dict[str, dict[str, Any]]:
        """Where the argument's name does not say what is meant."""
        report = WrongInformationReport.objects.get(wrong=self.word)
        release = Release.objects.get(title=self.word)
        said = objection(objector=self.slug, owner=OTHER, word=self.word)
        heard = objection(objector=OTHER, owner=self.slug, word=self.word)
        return {
            "wagtailadmin_api:pages:detail": {"pk": self.page.pk},
            "wagtailadmin_pages:revisions_compare": {"pk": self.page.pk},
            "wagtailadmin_pages:choose_parent": {
                "app_label": "pages",
                "model_name": "articlepage",
            },
            "page_withdrawing:withdraw": {"pk": self.page.pk},
            "wagtailimages_chooser:chosen": {"pk": self.picture},
            "wagtaildocs_chooser:chosen": {"pk": self.file},
            "citizen_reports:handle": {"pk": report.pk},
            "releases:show": {"pk": release.pk},
            "releases:edit": {"pk": release.pk},
            "objections:show": {"pk": said.pk},
            "objections:withdraw": {"pk": said.pk},
            "objections:answer": {"pk": heard.pk},
            "wordings:edit": {"type_id": heard.fact_type_id},
            "search_admin:synonyms_edit": {"group": all_groups()[0].key},
            "wagtailadmin_tag_model_autocomplete": {"model_name": "tag"},
        }

    def address(self, name: str, needed: set[str]) -> str | None:
        """The address of a route with these arguments; None where one is not known."""
        known = {**self.values, **self.by_route.get(name, {})}
        if any(known.get(argument) is None for argument in needed):
            return None
        try:
            kwargs = {argument: known[argument] for argument in needed}
            return reverse(name, kwargs=kwargs, urlconf=EDITOR)
        except NoReverseMatch:
            return None


def routes() -> Iterator[tuple[str, set[str]]]:
    """The names and arguments of what a person may be let into: neither public nor closed."""
    stated = stated_routes()
    for name, arguments in walk(get_resolver(EDITOR), ""):
        if stated.get(name, CLOSED) not in {OPEN, CLOSED} and not arguments & MADE_BEFORE:
            yield name, arguments


def walk(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, set[str]]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern, space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}", set(pattern.pattern.regex.groupindex)
