"""Reads of adopted texts: whose they are, what became of their sources, who uses one's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Substr

from selaras.accounts.models import User
from selaras.announcements.models import Announcement
from selaras.embeds.slots import filling, note_read
from selaras.institutions.models import Institution
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.adopting.announced import public_replacements, steps_after
from selaras.pages.adopting.published import ROOT
from selaras.pages.adopting.sources import Outcome, kinds
from selaras.pages.models import AdoptedText, Adoption, BasePage


@dataclass(frozen=True, slots=True)
class Adopted:
    """A page with the version of its source that its newest draft rests on."""

    taken: AdoptedText
    institution: Institution
    outcome: Outcome

    @property
    def is_declined(self) -> bool:
        """Whether its editor was told of what the source is now, and leaves the page as it is."""
        return bool(self.outcome.mark) and self.taken.adoption.declined == self.outcome.mark

    @property
    def needs_attention(self) -> bool:
        return bool(self.outcome.mark) and not self.is_declined


def adopted_by(institutions: Iterable[int]) -> QuerySet[AdoptedText]:
    """What pages of these institutions were taken from, newest first; without the texts."""
    homes = Institution.objects.filter(pk__in=list(institutions)).exclude(site=None)
    roots = homes.values("site__root_page__path")
    return _current().alias(root=Substr("adoption__page__path", 1, ROOT)).filter(root__in=roots)


def adopted_from(institutions: Iterable[int]) -> QuerySet[AdoptedText]:
    """Who took texts of these institutions."""
    return _current().filter(speaker__in=list(institutions))


def own_adopted(user: User) -> QuerySet[AdoptedText]:
    """What pages for which this person writes were taken from."""
    return adopted_by(standing_of(user).institutions(*WRITING))


def text_of_page(page_id: int) -> AdoptedText | None:
    return _current(content=True).filter(adoption__page=page_id).first()


def with_outcomes(taken: Sequence[AdoptedText]) -> list[Adopted]:
    """Each with what became of its source; the queries do not grow with their number."""
    takers = {row.pk: owner for row, owner in _owned(taken)}
    outcomes: dict[int, Outcome] = {}
    for kind in kinds():
        rows = [row for row in taken if row.adoption.kind == kind.name and row.pk in takers]
        outcomes |= kind.outcomes(rows, takers) if rows else {}
    return [Adopted(row, takers[row.pk], outcomes[row.pk]) for row in taken if row.pk in takers]


def adopted(taken: AdoptedText) -> Adopted | None:
    return next(iter(with_outcomes([taken])), None)


def maybe_changed(taken: QuerySet[AdoptedText]) -> QuerySet[AdoptedText]:
    """Those whose source may have changed, without those whose page was taken down."""
    replaced = Exists(public_replacements().filter(earlier=OuterRef("announcement")))
    version = Coalesce(Cast("source_page__live_revision", CharField()), Value("0"))
    announced = Q(adoption__kind=Adoption.Kind.ANNOUNCEMENT) & (
        Q(announcement=None) | Q(announcement__recalled_at__isnull=False) | replaced
    )
    published = Q(adoption__kind=Adoption.Kind.PAGE) & (
        Q(source_page=None) | Q(source_page__live=False) | ~Q(version=F("version_now"))
    )
    down = Q(adoption__page__live=False, adoption__page__first_published_at__isnull=False)
    return taken.annotate(version_now=version).filter(announced | published).exclude(down)


def public_text(page: BasePage) -> AdoptedText | None:
    """What the public version of a page rests on; without its text. One query.

    Most rest on nothing, and depend on no announcement and on no other site.
    """
    with filling():
        found = _public_text(page)
    if found is not None:
        note_read(found.speaker.change_key)
        if found.adoption.kind == Adoption.Kind.ANNOUNCEMENT:
            note_read("announcements")
    return found


def _public_text(page: BasePage) -> AdoptedText | None:
    texts = AdoptedText.objects.filter(adoption__page=page.pk).defer("content")
    if page.live_revision_id:
        texts = texts.filter(revision__lte=page.live_revision_id)
    found = texts.select_related("speaker", "announcement", "source_page", "adoption")
    return found.order_by("-pk").first()


def public_moments(taken: Sequence[AdoptedText]) -> dict[int, datetime]:
    """From when the version is that each public page rests on, by adoption; one query."""
    texts = AdoptedText.objects.filter(
        adoption__in=[row.adoption_id for row in taken],
        adoption__page__live=True,
        revision__lte=F("adoption__page__live_revision"),
    )
    return dict(texts.order_by("pk").values_list("adoption_id", "version_at"))


def adopters_of_announcement(announcement: Announcement) -> set[int]:
    """The keys of the institutions with a public page that rests on it, or on what replaced it.

    One query for the pages, and one for each step of what replaced it.
    """
    later = {key for edges in steps_after([announcement.pk]).values() for key, _ in edges}
    texts = AdoptedText.objects.filter(
        announcement__in={announcement.pk, *later},
        adoption__page__live=True,
        revision__lte=F("adoption__page__live_revision"),
    )
    roots = texts.annotate(root=Substr("adoption__page__path", 1, ROOT)).values("root")
    found = Institution.objects.filter(site__root_page__path__in=roots)
    return set(found.values_list("pk", flat=True))


def taken_before(taker: Institution, kind: str, key: str) -> AdoptedText | None:
    """A page of this institution that already began as this text."""
    source = "announcement" if kind == Adoption.Kind.ANNOUNCEMENT else "source_page"
    return adopted_by([taker.pk]).filter(adoption__kind=kind, **{source: key}).first()


def _current(*, content: bool = False) -> QuerySet[AdoptedText]:
    found = AdoptedText.objects.filter(is_current=True).select_related(
        "adoption__page", "announcement", "source_page", "speaker__region"
    )
    return (found if content else found.defer("content")).order_by("-taken_at", "-pk")


def _owned(taken: Sequence[AdoptedText]) -> Iterator[tuple[AdoptedText, Institution]]:
    roots = {row.adoption.page.path[:ROOT] for row in taken}
    found = Institution.objects.filter(site__root_page__path__in=roots)
    known = {
        one.site.root_page.path: one
        for one in found.select_related("region", "site__root_page")
        if one.site is not None
    }
    for row in taken:
        owner = known.get(row.adoption.page.path[:ROOT])
        if owner is not None:
            yield row, owner
