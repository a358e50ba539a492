"""What the screens of wordings share."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from selaras.institutions.people.views.base import Screen

TITLE = _("Cara menyebut")
ICON = "tag"


class WordingScreen(Screen):
    header_icon = ICON

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("wordings:list"), str(TITLE))]
