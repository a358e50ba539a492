from importlib import import_module

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "selaras.delivery"

    def ready(self) -> None:
        import_module("selaras.delivery.receivers")
