"""Fields of forms in which an editor names a fact type."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser

from selaras.facts.models import FactType

ICON = "fact-seal"


class FactTypeChooser(BaseChooser):
    """Wagtail's chooser: a modal with a search; its value is the type's id as text."""

    model: Any = FactType
    icon: Any = ICON
    choose_one_text = _("Pilih fakta resmi")
    choose_another_text = _("Pilih fakta lain")
    chooser_modal_url_name = "embeds:pick"
    show_edit_link = False

    def get_value_data_from_instance(self, instance: FactType) -> dict[str, str]:
        """As Wagtail's, with an id that JSON can carry."""
        return {"id": str(instance.pk), "title": instance.label, "edit_url": ""}
