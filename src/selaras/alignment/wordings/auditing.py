"""What the audit calls wordings."""

from collections.abc import Mapping
from typing import Any

from selaras.alignment.wordings.addresses import address_of
from selaras.alignment.wordings.keys import KIND, WRITE
from selaras.alignment.wordings.policies import may_look
from selaras.facts.queries.types import fact_types_by_id
from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details


@describes(KIND)
def wordings(user: Any, keys: list[str]) -> Mapping[str, Described]:
    """Types are public; the address is for whoever may look."""
    return {
        key: Described(
            f"Cara menyebut {one.label}",
            address_of(one) if may_look(user, one.topic.owner_id) else "",
        )
        for key, one in fact_types_by_id(keys).items()
    }


names_actions({WRITE: "Menulis cara menyebut fakta"})
names_details(
    {
        "after": "menjadi",
        "aliases": "sebutan",
        "before": "sebelumnya",
        "choice_words": "kata setiap pilihan",
        "excludes": "kata yang berarti hal lain",
        "mandatory": "wajib selaras",
        "patterns": "bentuk nilai",
        "rounded": "terima pembulatan",
        "several": "beberapa nilai",
        "stricter": "daerah lebih ketat",
    }
)
