"""What several entries need beside what they say: where their regions lie, and what they are
called.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils import timezone

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, parentages
from selaras.search.indexing.duplicates.signatures import words_of

_KIND = re.compile(r"^(?:Kabupaten|Kota|Provinsi)(?: Administrasi)? ")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """By the code of a region: itself and all above it, nearest first; and its bare name, folded.

    The country has no name here: any title may say it.
    """

    areas: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


def surroundings(codes: Collection[str]) -> Surroundings:
    """Four queries, however many regions."""
    wanted, now = set(codes), timezone.now()
    tree = parentages(wanted)
    rows = Region.objects.filter(pk__in=wanted - {NATIONAL}).values_list("pk", "name")
    return Surroundings(
        areas={code: (code, *tree.above(code, now)) for code in wanted},
        names={code: " ".join(words_of(_KIND.sub("", name))) for code, name in rows},
    )
