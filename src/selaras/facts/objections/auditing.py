"""What the audit calls objections and what is done with them."""

from collections.abc import Mapping
from typing import Any

from selaras.facts.objections.addresses import address_of
from selaras.facts.objections.queries import readable_by
from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details


@describes("facts.objection")
def objections(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = readable_by(user).filter(pk__in=[key for key in keys if key.isdecimal()])
    return {
        str(one.pk): Described(
            f"Keberatan {one.objector.short_name}: {one.fact_type.label}, {one.region.full_name}",
            address_of(one),
        )
        for one in found
    }


names_actions(
    {
        "facts.objection.file": "Mengajukan keberatan",
        "facts.objection.accept": "Menerima keberatan",
        "facts.objection.reject": "Menolak keberatan",
        "facts.objection.withdraw": "Menarik keberatan",
    }
)
names_details(
    {
        "answer_due": "tenggat jawaban",
        "correction": "rujukan perbaikan",
        "days_late": "hari terlambat",
        "fact_type": "jenis fakta",
    }
)
