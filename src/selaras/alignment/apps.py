from importlib import import_module

from django.apps import AppConfig


class AlignmentConfig(AppConfig):
    name = "selaras.alignment"
    verbose_name = "keselarasan"

    def ready(self) -> None:
        from selaras.alignment import access

        access.state_all()
        import_module("selaras.alignment.checks")
        import_module("selaras.alignment.copies.receivers")
        import_module("selaras.alignment.inbox")
        import_module("selaras.alignment.boards.compliance")
        import_module("selaras.alignment.services.days")
        import_module("selaras.alignment.wordings.auditing")
        import_module("selaras.alignment.receivers")
