"""What keeps one page of a release from going, in the words of its people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from selaras.pages.models import ReleaseItem
from selaras.pages.models.base import TAKEN_SLUGS
from selaras.pages.releases.known import Known
from selaras.pages.releases.queries import approval_of
from selaras.pages.states import release_of


class Kind(Enum):
    """What a problem of a page is about: the points of the list that people read."""

    APPROVED = "approved"
    FACTS = "facts"
    FREE = "free"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Problem:
    kind: Kind
    words: str


def problems_of(item: ReleaseItem, known: Known) -> Iterator[Problem]:
    if item.page_id is None:
        yield Problem(Kind.APPROVED, "Halaman ini sudah dihapus.")
        return
    page, revision = known.pages.get(item.page_id), known.revisions.get(item.revision)
    if page is None:
        yield Problem(Kind.FREE, "Halaman ini tidak lagi di situs instansi ini.")
    elif revision is None:
        yield Problem(Kind.APPROVED, "Versi yang dipilih sudah tidak ada.")
    else:
        yield from _about_version(item, page, revision, known)
        yield from _about_freedom(item, page, known)
        yield from _about_address(item, page, revision, known)
        for label in known.never.get(item.pk, ()):
            yield Problem(Kind.FACTS, f"Belum pernah ada nilai resmi: {label}.")


def _about_version(
    item: ReleaseItem, page: Page, revision: Revision, known: Known
) -> Iterator[Problem]:
    approval = approval_of(revision)
    if page.live and page.live_revision_id == item.revision:
        yield Problem(Kind.APPROVED, "Versi ini sudah terbit.")
    elif page.latest_revision_id != item.revision or approval[2] != item.fingerprint:
        yield Problem(Kind.APPROVED, "Naskah berubah sesudah dipilih.")
    elif approval not in known.approved:
        yield Problem(Kind.APPROVED, "Versi ini belum disetujui dalam tinjauan.")
    starts, ends = (_moment(revision, name) for name in ("go_live_at", "expire_at"))
    if starts is not None and starts > known.at:
        yield Problem(Kind.FREE, "Naskah menyebut waktu terbit sendiri, sesudah rilis ini.")
    if ends is not None and ends <= known.at:
        yield Problem(Kind.FREE, "Masa terbit naskah sudah berakhir pada waktu rilis.")


def _about_freedom(item: ReleaseItem, page: Page, known: Known) -> Iterator[Problem]:
    other = release_of(page)
    if other and not item.armed:
        yield Problem(Kind.FREE, f'Halaman ini menunggu rilis lain, "{other}".')
    if page.approved_schedule:
        yield Problem(Kind.FREE, "Halaman ini juga dijadwalkan sendiri.")
    if page.locked:
        yield Problem(Kind.FREE, "Halaman ini dikunci seseorang.")
    if item.was_live and not page.live:
        yield Problem(Kind.FREE, "Halaman ini ditarik sesudah dipilih.")


def _about_address(
    item: ReleaseItem, page: Page, revision: Revision, known: Known
) -> Iterator[Problem]:
    slug = revision.content.get("slug", "")
    if page.url_path != item.url_path:
        yield Problem(Kind.ADDRESS, "Halaman ini dipindahkan sesudah dipilih.")
    if slug in TAKEN_SLUGS:
        yield Problem(Kind.ADDRESS, f'Alamat "{slug}" dipakai oleh situs ini sendiri.')
    elif item.pk in known.taken:
        yield Problem(Kind.ADDRESS, f'Alamat "{slug}" dipakai halaman lain.')


def _moment(revision: Revision, name: str) -> datetime | None:
    value: Any = revision.content.get(name)
    return parse_datetime(value) if isinstance(value, str) else None
