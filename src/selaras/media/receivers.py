"""Whoever uses an institution's library needs one."""

from selaras.common.events import receives
from selaras.institutions.models import Institution
from selaras.institutions.people.events import RoleGranted
from selaras.media.policies import USING
from selaras.media.services import open_library


@receives(RoleGranted)
def open_for_writers(event: RoleGranted) -> None:
    if event.role in USING:
        open_library(institution=Institution.objects.get(pk=event.institution_id))
