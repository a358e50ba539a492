from django.apps import AppConfig

from selaras.common.guards import protect
from selaras.facts.guards import GUARDS


class FactsConfig(AppConfig):
    name = "selaras.facts"

    def ready(self) -> None:
        protect(self, GUARDS, check_id="facts.E001")
