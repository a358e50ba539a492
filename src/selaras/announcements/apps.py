from django.apps import AppConfig

from selaras.announcements.guards import GUARDS
from selaras.common.guards import protect


class AnnouncementsConfig(AppConfig):
    name = "selaras.announcements"

    def ready(self) -> None:
        from selaras.announcements import (  # noqa: F401 they register
            access,
            auditing,
            leaves,
            receivers,
        )
        from selaras.announcements.instructing import access as instructing
        from selaras.announcements.instructing import inbox, words  # noqa: F401 they name things
        from selaras.announcements.manuscripts import subject  # noqa: F401 it names things

        protect(self, GUARDS, check_id="announcements.E001")
        access.state_all()
        instructing.state_all()
