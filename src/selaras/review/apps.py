from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "selaras.review"

    def ready(self) -> None:
        from selaras.review import inbox, letters, words  # noqa: F401 they register what they name

        words.register()
