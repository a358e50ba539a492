"""A country in which every institution keeps a secret: its own word, wherever a word can stand."""

import io
import re
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from taggit.models import Tag, TaggedItem
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backend

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.media.models import File, Library, Picture
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, Release, WrongInformationReport
from support.people import LONG_AGO

WORD = re.compile(r"zqsandi\d{3}")
OWN = "kota-bandung"


@dataclass(frozen=True)
class Secrets:
    """Each institution's word, and the draft in which it stands."""

    words: dict[str, str]
    drafts: dict[str, ArticlePage]

    def told(self, html: str, own: str = OWN) -> set[str]:
        """The words of others in a text."""
        return set(WORD.findall(html)) - {self.words[own]}


def keep_secrets(*, only: set[str] | None = None) -> Secrets:
    """For each institution a draft, a person, a picture, a document, a tag, a redirect."""
    institutions = list(Institution.objects.select_related("site__root_page").order_by("slug"))
    if only is not None:
        institutions = [one for one in institutions if one.slug in only]
    words = {one.slug: f"zqsandi{number:03}" for number, one in enumerate(institutions)}
    people = _people(institutions, words)
    drafts = _drafts(institutions, words, people)
    _libraries(institutions, words)
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/{words[one.slug]}", site=one.site, redirect_link="https://x.example/")
        for one in institutions
    )
    WrongInformationReport.objects.bulk_create(
        WrongInformationReport(
            institution=one,
            path=f"/{words[one.slug]}/",
            wrong=words[one.slug],
        )
        for one in institutions
    )
    Release.objects.bulk_create(
        Release(institution=one, title=words[one.slug], goes_at=timezone.now() + timedelta(days=1))
        for one in institutions
    )
    return Secrets(words, drafts)


def _people(institutions: list[Institution], words: dict[str, str]) -> dict[str, User]:
    User.objects.bulk_create(
        User(username=words[one.slug], first_name=f"Nama {words[one.slug]}") for one in institutions
    )
    made = {user.username: user for user in User.objects.filter(username__startswith="zqsandi")}
    Membership.objects.bulk_create(
        Membership(
            user=made[words[one.slug]],
            institution=one,
            role=Membership.Role.WRITER,
            valid_from=LONG_AGO,
        )
        for one in institutions
    )
    return {one.slug: made[words[one.slug]] for one in institutions}


def _drafts(
    institutions: list[Institution], words: dict[str, str], people: dict[str, User]
) -> dict[str, ArticlePage]:
    """A draft for each, and a live page whose next title is secret."""
    children: dict[Page, list[ArticlePage]] = {}
    for one in institutions:
        assert one.site is not None
        word = words[one.slug]
        draft = _article(f"Rencana {word}", f"rencana-{word}", word, people[one.slug], live=False)
        live = _article("Terbit", "terbit-nanti", "Umum.", people[one.slug], live=True)
        live.draft_title, live.has_unpublished_changes = f"Nanti {word}", True
        children[one.site.root_page] = [draft, live]
    add_children(children)
    pages = [page for made in children.values() for page in made]
    get_search_backend().add_bulk(ArticlePage, pages)
    _versions(pages)
    return {one.slug: children[one.site.root_page][0] for one in institutions if one.site}


def _article(title: str, slug: str, text: str, owner: User, *, live: bool) -> ArticlePage:
    now = timezone.now()
    return ArticlePage(
        title=title,
        draft_title=title,
        slug=slug,
        lead=f"Teras {text}",
        byline="Redaksi",
        place="Kota",
        body=[{"type": "paragraph", "value": f"<p>{text}</p>"}],
        live=live,
        first_published_at=now if live else None,
        last_published_at=now if live else None,
        latest_revision_created_at=now,
        owner=owner,
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(ArticlePage),
    )


def _versions(pages: list[ArticlePage]) -> None:
    """The newest version of each, with its next title, and a row in its history."""
    kind, base = (ContentType.objects.get_for_model(model) for model in (ArticlePage, Page))
    for page in pages:
        page.title = page.draft_title
    Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=page.latest_revision_created_at,
            user=page.owner,
            object_str=page.draft_title,
            content=page.serializable_data(),
        )
        for page in pages
    )
    newest = dict(Revision.objects.filter(content_type=kind).values_list("object_id", "pk"))
    for page in pages:
        page.latest_revision_id = newest[str(page.pk)]
    Page.objects.bulk_update(pages, ["latest_revision"], batch_size=200)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page_id=page.pk,
            content_type=kind,
            label=page.draft_title,
            action="wagtail.edit",
            timestamp=timezone.now(),
            user=page.owner,
            revision_id=page.latest_revision_id,
        )
        for page in pages
    )


def _libraries(institutions: list[Institution], words: dict[str, str]) -> None:
    """A library for each with a picture, a document and a tag, all under the secret word."""
    root = Collection.get_first_root_node()
    taken = {library.institution_id: library for library in Library.objects.all()}
    step = max((int(one.path[-4:], 36) for one in root.get_children()), default=0)
    for one in institutions:
        if one.pk not in taken:
            step += 1
            path = Collection._get_path(root.path, 2, step)
            kept = Collection(name=words[one.slug], path=path, depth=2, numchild=0)
            taken[one.pk] = Library(institution=one, collection=kept)
    new = [library for library in taken.values() if library.collection.pk is None]
    Collection.objects.bulk_create(library.collection for library in new)
    Collection.objects.filter(pk=root.pk).update(numchild=step)
    Library.objects.bulk_create(
        Library(institution=library.institution, collection=library.collection) for library in new
    )
    _items(institutions, words, {pk: library.collection for pk, library in taken.items()})


def _items(
    institutions: list[Institution], words: dict[str, str], collections: dict[int, Collection]
) -> None:
    image = io.BytesIO()
    Image.new("RGB", (8, 8)).save(image, "PNG")
    first = Picture(title="x", width=8, height=8)
    first.file.save("sandi.png", ContentFile(image.getvalue()), save=False)
    Picture.objects.bulk_create(
        Picture(
            title=words[one.slug],
            description=words[one.slug],
            file=first.file.name,
            file_hash="0" * 40,
            width=8,
            height=8,
            collection=collections[one.pk],
        )
        for one in institutions
    )
    File.objects.bulk_create(
        File(
            title=words[one.slug],
            file=f"documents/{words[one.slug]}.pdf",
            file_size=1,
            collection=collections[one.pk],
        )
        for one in institutions
    )
    for model in (Picture, File):
        made = list(model.objects.filter(title__startswith="zqsandi"))
        get_search_backend().add_bulk(model, made)
        kind = ContentType.objects.get_for_model(model)
        for item in made:
            tag, _ = Tag.objects.get_or_create(name=item.title, slug=item.title)
            TaggedItem.objects.create(tag=tag, content_type=kind, object_id=item.pk)
