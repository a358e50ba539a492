from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "selaras.portal"

    def ready(self) -> None:
        import_module("selaras.portal.sitemap")
        from selaras.portal import access

        access.state_all()
