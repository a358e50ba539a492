from django.apps import AppConfig


class EmbedsConfig(AppConfig):
    name = "selaras.embeds"

    def ready(self) -> None:
        from selaras.embeds import access, ending  # noqa: F401 it registers what it names

        access.state_all()
