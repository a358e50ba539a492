"""Whatever changes what can be found notes it, inside its own transaction."""

from datetime import datetime, time
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from selaras.announcements.events import AnnouncementRecalled
from selaras.announcements.models import Announcement
from selaras.common.events import receives
from selaras.facts.events import FactsChanged
from selaras.facts.models import FactType
from selaras.institutions.models import Institution, InstitutionName, Topic
from selaras.pages.models import (
    AdoptedText,
    BasePage,
    ContactDetail,
    EmergencyPage,
    Publication,
    Service,
    SiteProfile,
)
from selaras.search.indexing.noting import note, note_several
from selaras.search.reading import concerned
from selaras.search.reading.bodies import NAME as INSTITUTION
from selaras.search.reading.counted import NAME as TALLY
from selaras.search.reading.pages import NAME as PAGE
from selaras.tallies.events import TallyPublished
from selaras.tallies.models import Tally


@receiver([page_published, page_unpublished])
def note_public(instance: Page, **_: Any) -> None:
    """Pages whose place it took are marked as such while it is public."""
    if isinstance(instance, BasePage):
        note([f"{PAGE}:{instance.pk}"])
        note_several(f"{concerned.SUCCESSOR}:{instance.pk}")
        _note_end(instance)


def _note_end(page: BasePage) -> None:
    if isinstance(page, EmergencyPage) and page.ends_at is not None and not page.ended:
        note([f"{PAGE}:{page.pk}"], due_at=page.ends_at)


@receiver(post_save, sender=Publication)
def note_publication(instance: Publication, **_: Any) -> None:
    """That a page was superseded is told nowhere else."""
    note([f"{PAGE}:{instance.page_id}"])


@receiver(post_save, sender=Page)
def note_move(instance: Page, created: bool, update_fields: Any = None, **_: Any) -> None:
    """Wagtail saves the bare page where it was moved in the tree, and nowhere else."""
    if not created and update_fields is None:
        note_several(f"{concerned.TREE}:{instance.path}")


@receiver(post_save)
def note_page(
    sender: type[Model], instance: Any, created: bool, update_fields: Any = None, **_: Any
) -> None:
    """The addresses of the pages below may be others; what is written without a revision is seen
    by nobody else.
    """
    if not issubclass(sender, BasePage) or update_fields is not None:
        return
    if not created and instance.numchild:
        note_several(f"{concerned.TREE}:{instance.path}")
    elif instance.live:
        note([f"{PAGE}:{instance.pk}"])


@receiver(post_delete)
def note_deleted(sender: type[Model], instance: Any, **_: Any) -> None:
    if issubclass(sender, BasePage):
        note([f"{PAGE}:{instance.pk}"])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def note_restriction(instance: PageViewRestriction, **_: Any) -> None:
    """It holds for all pages below as well."""
    note_several(f"{concerned.TREE}:{instance.page.path}")


@receiver(post_save, sender=AdoptedText)
def note_adopted(instance: AdoptedText, **_: Any) -> None:
    note([f"{PAGE}:{instance.adoption.page_id}"])


@receiver(post_save, sender=Announcement)
def note_announcement(instance: Announcement, **_: Any) -> None:
    """Nothing runs when it becomes public or ends, so both moments are noted now.

    Whose place it takes is written after it, and looked up after the commit.
    """
    now = timezone.now()
    ahead = [one for one in (instance.published_at, instance.valid_to) if one and one > now]
    note_several(f"{concerned.SUCCESSION}:{instance.pk}", due_at=[now, *ahead])


@receives(AnnouncementRecalled)
def note_recalled(event: AnnouncementRecalled) -> None:
    note_several(f"{concerned.SUCCESSION}:{event.announcement}")


@receives(FactsChanged)
def note_facts(event: FactsChanged) -> None:
    """Texts call a fact by its name, so only those who announced it are concerned."""
    keys = sorted({f"{concerned.FACTS}:{fact_type}" for fact_type, _ in event.places})
    now = timezone.now()
    if moments := {max(moment, now) for moment in event.moments}:
        note_several(*keys, due_at=moments)


@receives(TallyPublished)
def note_tally(event: TallyPublished) -> None:
    for key in Tally.objects.filter(slug=event.tally).values_list("pk", flat=True):
        note([f"{TALLY}:{key}"])


@receiver([post_save, post_delete], sender=InstitutionName)
@receiver([post_save, post_delete], sender=SiteProfile)
def note_profile(instance: InstitutionName | SiteProfile, **_: Any) -> None:
    note([f"{INSTITUTION}:{instance.institution_id}"])


@receiver([post_save, post_delete], sender=ContactDetail)
@receiver([post_save, post_delete], sender=Service)
def note_profile_part(instance: ContactDetail | Service, **_: Any) -> None:
    note([f"{INSTITUTION}:{instance.profile_id}"])


@receiver(post_save, sender=Institution)
def note_institution(instance: Institution, **_: Any) -> None:
    note_several(f"{concerned.SITE}:{instance.pk}")
    if instance.dissolved_on is not None:
        midnight = datetime.combine(instance.dissolved_on, time.min, instance.region.tzinfo)
        note([f"{INSTITUTION}:{instance.pk}"], due_at=max(midnight, timezone.now()))


@receiver(post_save, sender=Topic)
def note_topic(instance: Topic, **_: Any) -> None:
    note_several(f"{concerned.TOPIC}:{instance.pk}")


@receiver(post_save, sender=FactType)
def note_label(instance: FactType, created: bool, **_: Any) -> None:
    if not created:
        note_several(f"{concerned.LABEL}:{instance.pk}")
