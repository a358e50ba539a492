from django.apps import AppConfig


class AnnouncementsConfig(AppConfig):
    name = "selaras.announcements"
