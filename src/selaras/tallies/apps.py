from django.apps import AppConfig

from selaras.common.guards import protect
from selaras.tallies.guards import GUARDS


class TalliesConfig(AppConfig):
    name = "selaras.tallies"

    def ready(self) -> None:
        from selaras.tallies import access

        access.state_all()
        protect(self, GUARDS, check_id="tallies.E001")
