from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "selaras.media"

    def ready(self) -> None:
        from selaras.media import access, receivers, rights, uploads  # noqa: F401

        rights.register()
        access.state_all()
