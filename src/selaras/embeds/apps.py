from django.apps import AppConfig


class EmbedsConfig(AppConfig):
    name = "selaras.embeds"

    def ready(self) -> None:
        from selaras.embeds import access

        access.state_all()
