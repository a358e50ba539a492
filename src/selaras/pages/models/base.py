"""What all pages share. `BasePage` is our own abstract base; Wagtail's swap is not used."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.locks import BaseLock
from wagtail.models import Page, Revision
from wagtail.search import index
from wagtail.url_routing import RouteResult

from selaras.embeds.loading import load_text
from selaras.embeds.reading import Reading
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import institution_of_page_path
from selaras.pages.clearance import require_clearance, require_clearance_to_go_live, subject_of
from selaras.pages.copying import DraftCopyForm
from selaras.pages.editing.forms import OwnPageForm
from selaras.pages.editing.previewing import RegionPreviews
from selaras.pages.errors import NeverStated
from selaras.pages.instants import carry_moment
from selaras.pages.locking import approved_lock, require_no_release
from selaras.pages.publishing import facts_never_stated, require_everything
from selaras.pages.states import shown
from selaras.review.queries import is_kept
from selaras.review.states import Shown


class InformationClass(models.TextChoices):
    """The classes of public information in Law 14/2008 that may be published."""

    PERIODIC = "berkala", "Berkala"
    IMMEDIATE = "serta-merta", "Serta merta"
    ANYTIME = "setiap-saat", "Setiap saat"


HOME_DEPTH = 2
# First parts of addresses that every site has beside its pages; a page there would be unreachable.
TAKEN_SLUGS = {
    "aksesibilitas", "bagikan", "cari", "documents", "en", "lapor", "media", "peta", "static",
    "topik", "umpan", "warna",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crumb:
    title: str
    url: str


class BasePage(RegionPreviews, RoutablePageMixin, Page):
    """A page of an institution's site. Rich text in it is read for the institution's region."""

    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True, editable=False)
    withdrawal_reason = models.CharField(
        "alasan penarikan", max_length=300, blank=True, editable=False
    )
    superseded_by = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        verbose_name="digantikan oleh",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    base_form_class = OwnPageForm
    copy_form_class: Any = DraftCopyForm
    # A public site knows no sessions, so that nobody could pass a password or a sign-in there.
    private_page_options: Any = ()

    class Meta:
        abstract = True

    @cached_property
    def institution(self) -> Institution:
        """The institution whose site this page stands on. Raises LookupError for none."""
        found = institution_of_page_path(self.path, self.steplen)
        if found is None:
            raise LookupError(f"page {self.pk} stands on no institution's site")
        return found

    @property
    def reader_region(self) -> Region:
        """For whom the facts in the text are read; a preview may name another region."""
        return self.preview_region or self.institution.region

    @property
    def trail(self) -> list[Crumb]:
        """What lies between the home page and this page, outermost first."""
        if self.depth <= HOME_DEPTH + 1:
            return []
        above = self.get_parent()
        return [Crumb(above.title, reverse("wagtail_serve", args=(f"{above.slug}/",)))]

    def clean(self) -> None:
        super().clean()  # type: ignore[no-untyped-call]
        if self.slug in TAKEN_SLUGS:
            taken = f'Alamat "{self.slug}" dipakai oleh situs ini sendiri. Pilih yang lain.'
            raise ValidationError({"slug": taken})

    def embedding_data(self) -> list[Any]:
        """Everything of this page that may contain embeds, as stored."""
        return []

    def read_facts(self) -> Reading:
        """A reading of the page's text with all its facts resolved together."""
        reader = Reading(self.reader_region, published_at=self.last_published_at)
        load_text(reader, self.embedding_data())
        return reader

    def get_url_parts(
        self, request: HttpRequest | None = None
    ) -> tuple[int | None, str, str] | None:
        """As Wagtail's, from the institution that is known already: it reads all 559 sites."""
        try:
            institution = self.institution
        except LookupError:
            return None
        inside = self.url_path.strip("/").partition("/")[2]
        path = reverse("wagtail_serve", args=(f"{inside}/" if inside else "",))
        return institution.site_id, institution.url, path

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A page that was public once and is no longer says so at its addresses."""
        if not self.live and self.first_published_at is not None and self._has(path_components):
            return RouteResult(self, args=(self.serve_gone, [], {}))
        return cast("RouteResult", super().route(request, path_components))  # type: ignore[no-untyped-call]

    def _has(self, path_components: list[str]) -> bool:
        """Whether the rest of an address names a part of this page, not a page below it."""
        try:
            self.resolve_subpage("/" + "".join(f"{part}/" for part in path_components))
        except Http404:
            return False
        return True

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """What holds for the page as a whole is left as it is when a draft is saved."""
        page: BasePage = super().with_content_json(content)  # type: ignore[no-untyped-call]
        page.withdrawn_at, page.withdrawal_reason = self.withdrawn_at, self.withdrawal_reason
        page.superseded_by_id = self.superseded_by_id
        return page

    @property
    def replacement(self) -> Page | None:
        """The public page that has taken this one's place, if there is one."""
        by = self.superseded_by
        return by.specific if by is not None and by.live else None

    @property
    def shown_state(self) -> Shown:
        """For its people: what of it is public, and how far its newest version has come."""
        return shown(self)

    @property
    def status_string(self) -> str:
        """What Wagtail's listings show."""
        return self.shown_state.label

    def get_lock(self) -> BaseLock | None:
        """An approved version is locked until it is published, or the approval is ended."""
        lock: BaseLock | None = super().get_lock()  # type: ignore[no-untyped-call]
        return lock or approved_lock(self)

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """A version that was submitted, or that somebody reads, is not written over."""
        again = kwargs.get("overwrite_revision")
        if again is not None and is_kept(subject_of(self), str(again.pk)):
            kwargs["overwrite_revision"] = None
        revision: Revision = super().save_revision(*args, **kwargs)  # type: ignore[no-untyped-call]
        return revision

    def save(self, *args: Any, **kwargs: Any) -> None:
        require_clearance_to_go_live(self)
        carry_moment(self)
        super().save(*args, **kwargs)  # type: ignore[no-untyped-call]

    def serve_gone(self, request: HttpRequest) -> HttpResponse:
        """410 with the reason where the institution gave one; the title only then."""
        context = {"page": self, "institution": self.institution}
        return render(request, "pages/gone.html", context, status=410)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Publish what was approved, unless a fact in it was never stated for the page's region.

        Raises also what rooms above require of a page (`required_before_publishing`).
        """
        require_no_release(self)
        require_clearance(self, revision, kwargs.get("user"))
        page = revision.as_object()
        missing = facts_never_stated(page.embedding_data(), self.institution.region)
        if missing:
            raise NeverStated(missing, self.institution.region)
        require_everything(self, revision)
        with transaction.atomic():
            super().publish(revision, *args, **kwargs)  # type: ignore[no-untyped-call]

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """As Wagtail's, in one transaction with what the rooms note of it."""
        with transaction.atomic():
            super().unpublish(*args, **kwargs)  # type: ignore[no-untyped-call]


class ContentPage(BasePage):
    """A page that says something: with a lead, a class of information, subjects, corrections."""

    lead = models.CharField("teras", max_length=300)
    information_class = models.CharField(
        "jenis informasi",
        max_length=12,
        choices=InformationClass,
        default=InformationClass.PERIODIC,
        help_text="Menurut Undang-Undang Nomor 14 Tahun 2008.",
    )

    subpage_types: ClassVar[list[str]] = []
    search_fields: list[Any] = [*Page.search_fields, index.SearchField("lead")]
    promote_panels: list[Any] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="Alamat dan mesin pencari",
        ),
        FieldPanel("show_in_menus"),
        FieldPanel("information_class"),
        InlinePanel("page_subjects", heading="Topik", label="Topik", max_num=5),
        InlinePanel("corrections", heading="Koreksi", label="Koreksi"),
    ]

    class Meta:
        abstract = True
