"""Writes: a page begins as a text, takes what its source became, or leaves it out."""

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.ledger.services import record, told_here
from selaras.pages.adopting.comparing import Choices, Comparison, compare
from selaras.pages.adopting.errors import (
    ChangedMeanwhile,
    NothingNewer,
    PageLocked,
    SourceWithdrawn,
)
from selaras.pages.adopting.policies import require_adopting, require_comparing
from selaras.pages.adopting.queries import Adopted, adopted, text_of_page
from selaras.pages.adopting.sources import Source, kind_of
from selaras.pages.adopting.texts import Text, put_on, text_on
from selaras.pages.models import (
    AdoptedText,
    Adoption,
    ArticlePage,
    BasePage,
    ContentPage,
    InformationPage,
)
from selaras.pages.models.base import TAKEN_SLUGS

MERGED = "selaras.adoption.merge"
MODELS: dict[str, type[ContentPage]] = {"artikel": ArticlePage, "informasi": InformationPage}


def adopt(*, source: Source, parent: BasePage, form: str, user: User) -> ContentPage:
    """A draft below `parent` that begins as the text; `form` is one of `MODELS`.

    Raises `MayNotAdopt` or `SourceWithdrawn`; then nothing is written.
    """
    require_adopting(user=user, parent=parent)
    if source.withdrawn:
        raise SourceWithdrawn(source.title)
    text = kind_of(source.kind).text(source)
    with transaction.atomic():
        page = _draft(MODELS[form], text, parent.institution, user)
        with told_here():
            parent.add_child(instance=page)
            revision = page.save_revision(user=user, clean=False)
        adoption = Adoption.objects.create(page=page, kind=source.kind, adopted_by=user)
        _take(adoption, source, text, revision, user)
        record(
            actor=user,
            institution=parent.institution.slug,
            action="pages.adopt",
            object_kind="page",
            object_id=str(page.pk),
            revision=str(revision.pk),
            details=_details(source),
        )
    return page


def reconcile(*, page: ContentPage, user: User, seen: str, choices: Choices) -> Revision:
    """The merged text becomes the page's newest draft, and the source as it is now its base.

    Nothing is published; the draft of before stays in the history. `seen` is the mark of the
    comparison that was shown. Raises `MayNotCompare`, `PageLocked`, `ChangedMeanwhile`,
    `NothingNewer` or `Undecided`; then nothing is written.
    """
    with transaction.atomic():
        found = _open(page, user)
        comparison = compare(_adopted(found), found)
        if comparison.seen != seen:
            raise ChangedMeanwhile
        newer = comparison.adopted.outcome.newer
        if newer is None:
            raise NothingNewer
        merged = comparison.result(choices)
        revision = _saved(comparison, merged, user)
        adoption = comparison.adopted.taken.adoption
        adoption.texts.filter(is_current=True).update(is_current=False)
        _take(adoption, newer, comparison.theirs, revision, user)
        Adoption.objects.filter(pk=adoption.pk).update(declined="")
        record(
            actor=user,
            institution=found.institution.slug,
            action="pages.adoption.reconcile",
            object_kind="page",
            object_id=str(found.pk),
            revision=str(revision.pk),
            details={**_details(newer), "before": comparison.adopted.taken.version},
        )
    return revision


def decline(*, page: ContentPage, user: User, mark: str) -> None:
    """The page stays as it is, although its source is now what `mark` names.

    Raises `MayNotCompare` or `ChangedMeanwhile`.
    """
    with transaction.atomic():
        found = _locked(page)
        require_comparing(user=user, page=found)
        known = _adopted(found)
        if not mark or known.outcome.mark != mark:
            raise ChangedMeanwhile
        Adoption.objects.filter(pk=known.taken.adoption_id).update(declined=mark)
        record(
            actor=user,
            institution=found.institution.slug,
            action="pages.adoption.decline",
            object_kind="page",
            object_id=str(found.pk),
            details={"state": known.outcome.state.name, "version": mark},
        )


def _draft(model: type[ContentPage], text: Text, owner: Institution, user: User) -> ContentPage:
    page = model(live=False, owner=user)
    put_on(page, text)
    slug = slugify(page.title)[:80]
    if not slug or slug in TAKEN_SLUGS:
        page.slug = f"teks-{slug}".strip("-")
    if isinstance(page, ArticlePage):
        page.byline, page.place = owner.short_name, owner.place
    return page


def _take(
    adoption: Adoption, source: Source, text: Text, revision: Revision, user: User
) -> AdoptedText:
    is_page = source.kind == Adoption.Kind.PAGE
    return AdoptedText.objects.create(
        adoption=adoption,
        announcement=None if is_page else source.row,
        source_page=source.row if is_page else None,
        speaker=source.institution,
        title=source.title,
        url=source.url,
        version=source.version,
        version_at=source.moment,
        content=text.as_json(),
        revision=revision.pk,
        taken_by=user,
    )


def _saved(comparison: Comparison, merged: Text, user: User) -> Revision:
    """A new version, or the one that says exactly this already."""
    draft = comparison.draft
    if merged.fingerprint == text_on(draft).fingerprint:
        return comparison.revision
    put_on(draft, merged)
    with told_here():
        saved: Revision = draft.save_revision(user=user, log_action=MERGED, clean=False)
    return saved


def _open(page: ContentPage, user: User) -> ContentPage:
    found = _locked(page)
    require_comparing(user=user, page=found)
    lock = found.get_lock()
    if lock is not None and lock.for_user(user):
        raise PageLocked(str(lock.get_message(user) or lock.get_locked_by(user)))
    return found


def _locked(page: ContentPage) -> ContentPage:
    """The page as it is stored now; whoever else changes it waits."""
    Page.objects.select_for_update().get(pk=page.pk)
    found: ContentPage = type(page).objects.get(pk=page.pk)
    return found


def _adopted(page: ContentPage) -> Adopted:
    taken = text_of_page(page.pk)
    known = adopted(taken) if taken else None
    if known is None:
        raise NothingNewer
    return known


def _details(source: Source) -> dict[str, str]:
    return {"source": source.kind, "key": source.key, "version": source.version}
