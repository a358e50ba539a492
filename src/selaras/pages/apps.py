from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "selaras.pages"

    def ready(self) -> None:
        import_module("selaras.pages.receivers")
        import_module("selaras.pages.forgetting")
        import_module("selaras.pages.scheduling")
        import_module("selaras.pages.machines.websub")
        import_module("selaras.pages.machines.checks")
        from selaras.embeds.holders import register_holder
        from selaras.pages.holders import PAGES

        register_holder(PAGES)
