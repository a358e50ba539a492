from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "selaras.review"

    def ready(self) -> None:
        from selaras.review import words

        words.register()
