"""The sentence with which a type's words are tried first: a fact that holds today."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from selaras.alignment.engine.wording import Wording
from selaras.alignment.wordings.checking import names_of
from selaras.facts.formats import Format, worded
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import resolve
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of this region and day, as `TrialForm` takes it."""

    text: str
    region: Region
    day: date

    def data(self) -> dict[str, Any]:
        return {"text": self.text, "region": self.region.full_name, "day": self.day.isoformat()}


def sample_of(fact_type: FactType, wording: Wording) -> Sample:
    """Without a fact the text is empty, for the type's topmost region."""
    newest = (
        FactVersion.objects.filter(fact_type=fact_type, recorded_to=None)
        .select_related("region")
        .order_by("-recorded_from", "-pk")
        .first()
    )
    region = newest.region if newest else Region.objects.get(pk=NATIONAL)
    day = region.local(timezone.now()).date()
    found = resolve([(fact_type, region.pk)])
    text = ""
    for one in found.values():
        name = names_of(wording)[0]
        text = f"{name[0].upper()}{name[1:]} di {region.full_name}: {worded(one, Format.SHORT)}."
    return Sample(text, region, day)
