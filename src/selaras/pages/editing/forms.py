"""The form of every page: what was sent can be read, and names nothing of somebody else's."""

from typing import Any

from wagtail.admin.forms.pages import WagtailAdminPageForm

from selaras.common.errors import Refused
from selaras.pages.editing.choices import foreign, named_already, named_by
from selaras.pages.editing.rows import BoundedRows


class ForeignChoice(Refused):
    """A page, picture or document of another institution was named by its number."""

    def __init__(self) -> None:
        super().__init__(
            "Halaman, gambar, atau dokumen yang dipilih bukan milik instansi Anda; belum ada yang"
            " disimpan.",
            "Pilih dari daftar Anda sendiri. Halaman instansi lain ditautkan dengan alamatnya.",
        )


class OwnPageForm(BoundedRows, WagtailAdminPageForm):
    """No screen offers what is not one's own; a hand-made request is refused as a whole.

    Shown again with its mistakes, the form would show the titles of what was named.
    """

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()  # type: ignore[no-untyped-call]
        user: Any = self.for_user
        strange = foreign(named_by(self), user)
        if strange and self.instance.pk:
            strange -= named_already(type(self.instance).objects.get(pk=self.instance.pk))
        if strange:
            raise ForeignChoice
        return valid
