"""Whom an instruction is addressed to, as it is chosen and kept; resolved by `addressing`."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import TextChoices

from selaras.facts.models import Choice
from selaras.institutions.models import Institution, Region

NAMED = 5  # institutions that are named in words; of more, only the number


class Kind(TextChoices):
    REGENCIES = "regencies", "Kantor di semua kabupaten dan kota"
    PROVINCES = "provinces", "Kantor di semua provinsi"
    WITHIN = "within", "Kantor di semua kabupaten dan kota pada provinsi tertentu"
    LEVEL = "level", "Kantor di kabupaten dan kota menurut fakta resmi"
    INSTITUTIONS = "institutions", "Instansi yang disebut satu per satu"
    EVERYONE = "everyone", "Semua instansi"


@dataclass(frozen=True, slots=True)
class Rule:
    """`institutions` are slugs, `provinces` codes; `fact_type` is a key and `value` its choice.

    Only what belongs to the kind is filled.
    """

    kind: Kind
    institutions: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    fact_type: str = ""
    value: str = ""

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        whole = asdict(self) | {"kind": self.kind.value}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in whole.items()
            if value
        }


def rule_from(kept: dict[str, Any]) -> Rule:
    return Rule(
        kind=Kind(kept["kind"]),
        institutions=tuple(kept.get("institutions", ())),
        provinces=tuple(kept.get("provinces", ())),
        fact_type=kept.get("fact_type", ""),
        value=kept.get("value", ""),
    )


def words_of(rule: Rule) -> str:
    """`Kantor di semua kabupaten dan kota di Jawa Barat, Banten`; at most one query."""
    if rule.kind == Kind.WITHIN:
        found = Region.objects.filter(pk__in=rule.provinces).order_by("pk")
        places = ", ".join(found.values_list("name", flat=True))
        return f"Kantor di semua kabupaten dan kota di {places}"
    if rule.kind == Kind.LEVEL:
        choice = choice_of(rule)
        said = f"{choice.fact_type.label} {choice.label}" if choice else rule.value
        return f"Kantor di semua kabupaten dan kota dengan {said} saat diterbitkan"
    if rule.kind == Kind.INSTITUTIONS:
        return _institutions(rule)
    return str(rule.kind.label)


def choice_of(rule: Rule) -> Choice | None:
    found = Choice.objects.select_related("fact_type")
    return found.filter(fact_type__key=rule.fact_type, value=rule.value).first()


def _institutions(rule: Rule) -> str:
    count = len(rule.institutions)
    if count > NAMED:
        return f"{count} instansi yang disebut satu per satu"
    found = Institution.objects.filter(slug__in=rule.institutions)
    return ", ".join(found.values_list("short_name", flat=True))
