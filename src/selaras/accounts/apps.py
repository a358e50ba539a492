from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "selaras.accounts"

    def ready(self) -> None:
        from selaras.accounts.routes import state_all

        for module in ("auditing", "receivers", "mail", "checks"):
            import_module(f"selaras.accounts.{module}")
        state_all()
