from importlib import import_module

from django.apps import AppConfig

from selaras.common.guards import protect
from selaras.ledger.guards import GUARDS


class LedgerConfig(AppConfig):
    name = "selaras.ledger"

    def ready(self) -> None:
        import_module("selaras.ledger.audit_copy")
        import_module("selaras.ledger.checks")
        import_module("selaras.ledger.proof.beginning")  # its clock numbers what is new
        import_module("selaras.ledger.services")  # its clock forgets where things came from
        protect(self, GUARDS, check_id="ledger.E001")
