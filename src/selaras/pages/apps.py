from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "selaras.pages"

    def ready(self) -> None:
        import_module("selaras.pages.receivers")
        import_module("selaras.pages.forgetting")
        import_module("selaras.pages.scheduling")
        import_module("selaras.pages.auditing.telling")
        import_module("selaras.pages.auditing.objects")
        import_module("selaras.pages.auditing.words")
        import_module("selaras.pages.past.receivers")
        import_module("selaras.pages.band")
        import_module("selaras.pages.inbox")
        import_module("selaras.pages.review.receivers")
        import_module("selaras.pages.review.services")
        import_module("selaras.pages.review.subject")
        import_module("selaras.pages.releases.following")
        import_module("selaras.pages.releases.letters")
        import_module("selaras.pages.releases.inbox")
        import_module("selaras.pages.releases.words")
        import_module("selaras.pages.adopting.announced")
        import_module("selaras.pages.adopting.published")
        import_module("selaras.pages.adopting.inbox")
        import_module("selaras.pages.adopting.compliance")
        import_module("selaras.pages.aligning.adopted")
        import_module("selaras.pages.aligning.receivers")
        import_module("selaras.pages.aligning.filling")
        import_module("selaras.pages.aligning.refusing")
        import_module("selaras.pages.machines.websub")
        import_module("selaras.pages.machines.checks")
        from selaras.common.guards import protect
        from selaras.embeds.holders import register_holder
        from selaras.pages.holders import PAGES
        from selaras.pages.past.guards import GUARDS

        register_holder(PAGES)
        protect(self, GUARDS, check_id="pages.E002")
        from selaras.pages import rights
        from selaras.pages.access import adopting, aligning, review, stating
        from selaras.pages.first_steps import name_steps
        from selaras.pages.foreseeing import access as foreseeing
        from selaras.pages.releases import access as releases

        rights.register()
        stating.state_all()
        name_steps()
        review.state_all()
        releases.state_all()
        adopting.state_all()
        foreseeing.state_all()
        aligning.state_all()
