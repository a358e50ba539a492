"""What a page of ours says for an item of the old site, before anything is written."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from selaras.institutions.models import Institution
from selaras.media.models import Picture
from selaras.pages.models import Subject
from selaras.pages.wordpress.building import Block, Builder
from selaras.pages.wordpress.cleaning import clean, plain_text
from selaras.pages.wordpress.cleaning.characters import cut, one_line
from selaras.pages.wordpress.content import Cleaned, Paragraph
from selaras.pages.wordpress.items import Item, Site
from selaras.pages.wordpress.library import Library

LONGEST = {"title": 255, "lead": 300, "kicker": 60, "byline": 120, "caption": 300}
MOST_SUBJECTS = 5
_FIRST_PARAGRAPH = re.compile(r"^<p>(.*?)</p>", re.DOTALL)
_NO_CATEGORY = {"uncategorized", "tak-berkategori", "tidak-berkategori", "umum"}


@dataclass(frozen=True, slots=True)
class Draft:
    """The values of a page. `moment` is when the old site published it, None if it did not."""

    title: str
    lead: str
    kicker: str
    byline: str
    body: list[Block]
    picture: Picture | None
    picture_caption: str
    subjects: list[Subject]
    moment: datetime | None
    status: str
    notes: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Equal digests: writing the draft again would change nothing."""
        values: dict[str, Any] = {
            "texts": [self.title, self.lead, self.kicker, self.byline, self.picture_caption],
            "body": self.body,
            "picture": self.picture.pk if self.picture else None,
            "subjects": [subject.pk for subject in self.subjects],
            "moment": self.moment.isoformat() if self.moment else "",
            "status": self.status,
        }
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


class Drafter:
    """Drafts pages of one institution from items of one old site."""

    def __init__(
        self, *, institution: Institution, site: Site, library: Library, builder: Builder
    ) -> None:
        self._institution = institution
        self._site = site
        self._library = library
        self.builder = builder
        subjects = list(Subject.objects.all())
        self._subjects = {subject.slug: subject for subject in subjects} | {
            subject.label.casefold(): subject for subject in subjects
        }

    def draft(self, item: Item) -> Draft:
        cleaned = clean(item.content)
        title = title_of(item.title, item.wp_id)
        body = self.builder.body(cleaned.parts, post=item.wp_id, title=title)
        lead = _lead(item, cleaned, title)
        picture = self._library.find(item.thumbnail, "") if item.thumbnail else None
        notes = [*cleaned.notes, *self.builder.notes, *_more_notes(item, picture)]
        if not body:
            notes.append("Tidak ada teks yang dapat dipakai.")
        return Draft(
            title=title,
            lead=lead,
            kicker=cut(_category(item), LONGEST["kicker"]),
            byline=cut(self._byline(item), LONGEST["byline"]),
            body=_without_lead(body, lead) or _only(lead),
            picture=picture if isinstance(picture, Picture) else None,
            picture_caption=cut(self._library.caption(item.thumbnail), LONGEST["caption"]),
            subjects=self._subjects_of(item),
            moment=item.moment(self._institution.region.tzinfo),
            status="draft" if item.password else item.status,
            notes=tuple(notes),
        )

    def _byline(self, item: Item) -> str:
        return one_line(self._site.authors.get(item.creator, "")) or self._institution.short_name

    def _subjects_of(self, item: Item) -> list[Subject]:
        """Only subjects that the country's vocabulary has."""
        found = (
            self._subjects.get(term.slug) or self._subjects.get(term.name.casefold())
            for term in item.terms
        )
        return list(dict.fromkeys(filter(None, found)))[:MOST_SUBJECTS]


def title_of(title: str, wp_id: int) -> str:
    return cut(plain_text(title) or f"Tanpa judul ({wp_id})", LONGEST["title"])


def _more_notes(item: Item, picture: object) -> list[str]:
    notes = []
    if item.password:
        notes.append("Dilindungi kata sandi di situs lama: menjadi draf.")
    if item.thumbnail and not isinstance(picture, Picture):
        notes.append(f"Foto utamanya (nomor {item.thumbnail}) tidak ada di sini.")
    if len(one_line(item.title)) > LONGEST["title"]:
        notes.append(f"Judulnya dipotong pada {LONGEST['title']} huruf.")
    return notes


def _category(item: Item) -> str:
    names = (
        one_line(term.name)
        for term in item.terms
        if term.domain == "category" and term.slug not in _NO_CATEGORY
    )
    return next(names, "")


def _lead(item: Item, cleaned: Cleaned, title: str) -> str:
    """The excerpt, or what stood above the "more" mark, or how the text begins."""
    texts = (part.html for part in cleaned.parts if isinstance(part, Paragraph))
    beginnings = filter(None, map(_beginning, texts))
    said = plain_text(item.excerpt) or cleaned.teaser or next(beginnings, title)
    return cut(said, LONGEST["lead"])


def _beginning(html: str) -> str:
    found = _FIRST_PARAGRAPH.match(html)
    return plain_text(found[1]) if found else ""


def _only(lead: str) -> list[Block]:
    """A body may not be empty."""
    return [{"type": "paragraph", "value": f"<p>{escape(lead, quote=False)}</p>"}]


def _without_lead(body: list[Block], lead: str) -> list[Block]:
    """A first paragraph that says just what the lead says would be read twice."""
    if not body or body[0]["type"] != "paragraph":
        return body
    html = body[0]["value"]
    found = _FIRST_PARAGRAPH.match(html)
    if found is None or "<a " in found[1] or plain_text(found[1]) != lead:
        return body
    rest = html[found.end() :]
    if rest:
        return [{**body[0], "value": rest}, *body[1:]]
    is_a_page_of_its_own = len(body) > 1 and body[1]["type"] == "page_break"
    return body if is_a_page_of_its_own else body[1:] or body
