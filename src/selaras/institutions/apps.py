from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "selaras.institutions"

    def ready(self) -> None:
        from selaras.accounts import second_factor
        from selaras.accounts.entry import decides_entry
        from selaras.institutions.auditing import state_routes
        from selaras.institutions.people import auditing  # noqa: F401 registers what it names
        from selaras.institutions.people.access import state_all
        from selaras.institutions.people.queries import is_invited
        from selaras.institutions.people.steps import name_steps
        from selaras.institutions.standing import holds_anything, needs_second_factor

        decides_entry(holds_anything)
        decides_entry(is_invited)
        second_factor.required_for(needs_second_factor)
        state_routes()
        state_all()
        name_steps()
