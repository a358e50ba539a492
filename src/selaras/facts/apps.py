from django.apps import AppConfig

from selaras.common.guards import protect
from selaras.facts.guards import GUARDS


class FactsConfig(AppConfig):
    name = "selaras.facts"

    def ready(self) -> None:
        from selaras.facts import leaves  # noqa: F401 it names what it logs
        from selaras.facts.objections import (  # noqa: F401 they register what they name
            access,
            auditing,
            inbox,
        )

        access.state_all()
        protect(self, GUARDS, check_id="facts.E001")
