"""Named failures of pages."""

from selaras.common.errors import Refused
from selaras.facts.models import FactType
from selaras.institutions.models import Region


class NeverStated(Refused):
    """A page says facts that were never stated for its region."""

    def __init__(self, missing: list[FactType], region: Region) -> None:
        labels = ", ".join(fact_type.label for fact_type in missing)
        super().__init__(
            f"Belum pernah ada nilai resmi untuk {region.full_name}: {labels}.",
            "Hapus fakta itu dari teks, atau tunggu sampai pemiliknya menetapkan nilainya. "
            "Draf Anda tersimpan.",
        )
