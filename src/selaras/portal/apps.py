from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "selaras.portal"

    def ready(self) -> None:
        import_module("selaras.portal.sitemap")
        import_module("selaras.portal.api.websub")
        import_module("selaras.portal.alerts.structured")
        import_module("selaras.portal.alerts.websub")
        import_module("selaras.portal.elsewhere.checks")
        import_module("selaras.portal.elsewhere.oembed")
        from selaras.portal import access
        from selaras.portal.elsewhere import access as elsewhere

        access.state_all()
        elsewhere.state_all()
