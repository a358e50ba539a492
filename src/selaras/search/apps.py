from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "selaras.search"

    def ready(self) -> None:
        from selaras.search import access
        from selaras.search.admin import access as admin
        from selaras.search.asked import access as asked

        for part in (access, admin, asked):
            part.state_all()
        import_module("selaras.search.reading.registering")
        import_module("selaras.search.indexing.receivers")
        import_module("selaras.search.indexing.checks")
        import_module("selaras.search.admin.auditing")
        import_module("selaras.search.asked.forgetting")
