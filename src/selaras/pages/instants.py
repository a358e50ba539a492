"""A page whose publication is held back says the moment at which readers first see it."""

from wagtail.models import Page

from selaras.common.clock import commit_moment


def carry_moment(page: Page) -> None:
    """Wagtail has just written the moment at which it prepared the publication."""
    moment = commit_moment()
    if moment is None or not page.live or page.pk is None:
        return
    names = ("live_revision_id", "first_published_at")
    before = Page.objects.filter(pk=page.pk).values_list(*names).first()
    if before is not None and before[0] != page.live_revision_id:
        page.last_published_at = moment
        page.first_published_at = before[1] or moment
