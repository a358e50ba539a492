from importlib import import_module

from django.apps import AppConfig

CHECKS = ("choices", "order", "folders", "database")


class ConfigConfig(AppConfig):
    name = "selaras.config"

    def ready(self) -> None:
        for name in CHECKS:
            import_module(f"selaras.config.checks.{name}")
