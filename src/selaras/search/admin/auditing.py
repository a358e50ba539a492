"""What the audit calls what is set for the search."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details
from selaras.search.admin.details import KIND, detail_of
from selaras.search.policies import may_see_asked, may_tune
from selaras.search.signals import SIGNALS


def _address(name: str) -> str:
    return reverse(f"search_admin:{name}", urlconf=settings.HOST_URLCONFS["editor"])


@describes(KIND)
def weights(user: Any, keys: list[str]) -> Mapping[str, Described]:
    address = _address("signals") if may_tune(user) else ""
    return {key: Described("Bobot pencarian", address) for key in keys}


@describes("search.synonyms")
def synonyms(user: Any, keys: list[str]) -> Mapping[str, Described]:
    address = _address("synonyms") if may_tune(user) else ""
    return {key: Described(f"Padanan kata: {key}", address) for key in keys}


@describes("search.asked")
def asked(user: Any, keys: list[str]) -> Mapping[str, Described]:
    address = _address("asked") if may_see_asked(user) else ""
    return {key: Described("Yang dicari orang", address) for key in keys}


names_actions(
    {
        "search.asked.export": "Mengekspor yang dicari orang",
        "search.asked.forget": "Menghapus catatan pencarian yang lama",
        "search.synonyms.remove": "Menghapus padanan kata",
        "search.synonyms.restore": "Memulihkan padanan kata",
        "search.synonyms.write": "Menulis padanan kata",
        "search.weights.set": "Mengatur bobot pencarian",
    }
)
names_details({detail_of(one.name): one.label for one in SIGNALS})
