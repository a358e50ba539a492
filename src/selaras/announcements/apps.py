from django.apps import AppConfig


class AnnouncementsConfig(AppConfig):
    name = "selaras.announcements"

    def ready(self) -> None:
        from selaras.announcements import access

        access.state_all()
