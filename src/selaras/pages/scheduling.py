"""Pages that were scheduled go live, and those that expire end, by the worker's clock."""

import logging

from django.utils import timezone
from wagtail.models import Page, Revision

from selaras.common.errors import Refused
from selaras.ledger.clock import at_each_tick

logger = logging.getLogger(__name__)


@at_each_tick
def follow_the_clock() -> None:
    """One page that is refused keeps no other from going live; its schedule is taken back."""
    now = timezone.now()
    for page in Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at"):
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in due:
        try:
            revision.publish(log_action="wagtail.publish.scheduled")
        except Refused as refusal:
            logger.warning("%s was not published: %s", revision.object_str, refusal)
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
