"""What the screens of the search share."""

from typing import Any

from selaras.accounts.access import allows
from selaras.institutions.people.views.base import Screen as EditorsScreen
from selaras.search.admin.access import PREFIX

TITLE = "Pencarian"
ICON = "search"
TABS = (
    ("explain", "Mengapa di sini"),
    ("asked", "Yang dicari orang"),
    ("signals", "Bobot"),
    ("synonyms", "Padanan kata"),
)


class Screen(EditorsScreen):
    """`here` is the tab under which the screen stands."""

    header_icon = ICON
    here = "explain"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tabs = [
            (f"{PREFIX}:{name}", label, name == self.here)
            for name, label in TABS
            if allows(self.request, f"{PREFIX}:{name}")
        ]
        return super().get_context_data(**kwargs) | {"tabs": tabs}
