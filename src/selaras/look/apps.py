from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "selaras.look"

    def ready(self) -> None:
        from selaras.look.beginning import begin_choosers

        begin_choosers()
