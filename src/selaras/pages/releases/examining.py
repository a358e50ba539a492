"""What keeps a release from going at its moment. Reads only; a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from selaras.announcements.checking import Checked
from selaras.common.errors import Refused
from selaras.pages.models import Release, ReleaseItem
from selaras.pages.releases import announcing
from selaras.pages.releases.known import read_pages
from selaras.pages.releases.policies import lacks_at
from selaras.pages.releases.problems import Problem, problems_of


@dataclass(slots=True)
class Examined:
    """What was found: of the release as a whole, and of each of its pages."""

    items: list[ReleaseItem]
    general: list[str] = field(default_factory=list)
    found: dict[int, list[Problem]] = field(default_factory=dict)
    checked: Checked | None = None
    refused: Refused | None = None  # why the announcement cannot go

    @property
    def is_fine(self) -> bool:
        return not self.general and not any(self.found.values())

    def words_of(self, item: ReleaseItem) -> list[str]:
        return [problem.words for problem in self.found.get(item.pk, ())]

    @property
    def words(self) -> list[str]:
        """All of it, each with the page that it is about."""
        of_pages = [f"{item.title}: {said}" for item in self.items for said in self.words_of(item)]
        return [*self.general, *of_pages]


def examine(release: Release, *, at: datetime | None = None) -> Examined:
    """Whether it could go at that moment; its own, or now where that is past."""
    moment = at or max(release.goes_at, timezone.now())
    items = list(release.items.order_by("title", "pk"))
    examined = Examined(items)
    if release.institution.site is None:
        examined.general.append(f"{release.institution.name} belum mempunyai situs.")
    if not items:
        examined.general.append("Belum ada halaman yang dipilih.")
    if release.state == Release.State.READY:
        lacking = lacks_at(release.armed_by, release, moment)
        examined.general += [lacking] if lacking else []
    _examine_announcement(examined, release, moment)
    draft = examined.checked.draft if examined.checked else None
    known = read_pages(release, items, moment, draft)
    examined.found = {item.pk: list(problems_of(item, known)) for item in items}
    return examined


def _examine_announcement(examined: Examined, release: Release, at: datetime) -> None:
    if not release.document:
        return
    try:
        checked = announcing.read(text=release.document, institution=release.institution)
        examined.checked = checked
        announcing.require_new(checked, institution=release.institution, at=at)
    except Refused as refusal:
        examined.refused = refusal
        examined.general.append(f"Pengumuman: {refusal}")
        return
    if release.seal and checked.seal != release.seal:
        examined.general.append("Pengumuman: isinya berbeda dari yang disiapkan.")
