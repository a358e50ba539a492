"""No page says otherwise than a fact of which its owner allows no other value."""

from wagtail.models import Revision

from selaras.alignment.models import TypeWording
from selaras.pages.aligning.checking import findings_of, worst_first
from selaras.pages.aligning.errors import SaysOtherwise
from selaras.pages.aligning.presenting import Shown, shown
from selaras.pages.models.base import BasePage
from selaras.pages.publishing import required_before_publishing


def summary_of(page: BasePage, revision: Revision | None) -> list[Shown]:
    """What a version of the page says otherwise, worst first, with the reasons that were given."""
    found = findings_of(page, revision) if revision is not None else []
    return shown(worst_first(found), page.institution)


@required_before_publishing
def require_alignment(page: BasePage, revision: Revision) -> None:
    """Raises `SaysOtherwise`. Where no fact is mandatory, no text is read."""
    if not TypeWording.objects.filter(mandatory=True, fact_type__retired_at=None).exists():
        return
    barring = [one for one in summary_of(page, revision) if one.located.bars]
    if barring:
        raise SaysOtherwise(barring)
