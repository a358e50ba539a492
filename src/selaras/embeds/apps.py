from django.apps import AppConfig


class EmbedsConfig(AppConfig):
    name = "selaras.embeds"

    def ready(self) -> None:
        from selaras.embeds import access, ending, fact_slots  # noqa: F401 they register what they name

        access.state_all()
