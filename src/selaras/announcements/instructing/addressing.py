"""A rule resolved into institutions: who receives it now, who does not, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.announcements.instructing.reach import parents, reaches, subtree, today
from selaras.announcements.instructing.rules import Kind, Rule, choice_of
from selaras.facts.queries import resolve
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL
from selaras.language.dates import format_date

Level = Region.Level
LOCAL = (Level.REGENCY, Level.CITY)


@dataclass(frozen=True, slots=True)
class Target:
    """An institution that receives it; `province` is a code, empty for a national one."""

    institution: Institution
    province: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """A place or an institution that the rule means, and why it receives nothing."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Addressing:
    targets: list[Target]
    excluded: list[Excluded]

    def by_province(self) -> list[tuple[str, list[Target]]]:
        """Codes of provinces with their targets, by code; the empty one is the centre."""
        groups: dict[str, list[Target]] = {}
        for target in self.targets:
            groups.setdefault(target.province, []).append(target)
        return sorted(groups.items())


class Resolver:
    """Resolves rules of one issuer today; the number of queries does not grow with the rule."""

    def __init__(self, issuer: Institution) -> None:
        self.issuer = issuer
        self.day = today()
        self.above = parents(self.day)
        self.within = subtree(issuer.region_id, self.above)

    def resolve(self, rule: Rule) -> Addressing:
        if rule.kind == Kind.INSTITUTIONS:
            found = Institution.objects.filter(slug__in=rule.institutions)
            return self._choose(found.select_related("region", "successor"))
        if rule.kind == Kind.EVERYONE:
            found = Institution.objects.filter(dissolved_on=None) | Institution.objects.filter(
                dissolved_on__gt=self.day
            )
            reached = [one for one in found.select_related("region", "successor")
                       if reaches(self.issuer, one, self.within)]  # fmt: skip
            return self._choose(reached)
        return self._offices(self._regions(rule))

    def _regions(self, rule: Rule) -> list[Region]:
        levels = (Level.PROVINCE,) if rule.kind == Kind.PROVINCES else LOCAL
        found = Region.objects.filter(level__in=levels).order_by("pk")
        regions = [one for one in found if one.pk in self.within]
        if rule.kind == Kind.WITHIN:
            return [one for one in regions if self.above.get(one.pk) in rule.provinces]
        if rule.kind == Kind.LEVEL:
            return self._with_value(rule, regions)
        return regions

    def _with_value(self, rule: Rule, regions: list[Region]) -> list[Region]:
        choice = choice_of(rule)
        if choice is None:
            return []
        values = resolve((choice.fact_type, one.pk) for one in regions)
        holding = {code for (_, code), found in values.items() if found.value.value == rule.value}
        return [one for one in regions if one.pk in holding]

    def _offices(self, regions: list[Region]) -> Addressing:
        """The office of each region; of several, the oldest that stands."""
        codes = [region.pk for region in regions]
        rows = Institution.objects.filter(region__in=codes).select_related("region", "successor")
        offices: dict[str, list[Institution]] = {}
        for office in rows.order_by("pk"):
            offices.setdefault(office.region_id, []).append(office)
        chosen: list[Institution] = []
        missing: list[Excluded] = []
        for region in regions:
            there = offices.get(region.pk, [])
            standing = [one for one in there if not one.is_dissolved(self.day)]
            if standing or there:
                chosen.append((standing or there)[0])
            else:
                missing.append(Excluded(region.full_name, "belum ada kantor di wilayah ini"))
        found = self._choose(chosen)
        return Addressing(found.targets, [*missing, *found.excluded])

    def _choose(self, institutions: Iterable[Institution]) -> Addressing:
        targets, excluded = [], []
        for one in institutions:
            reason = self.why_not(one)
            if reason:
                excluded.append(Excluded(one.name, reason))
            else:
                targets.append(Target(one, self.province_of(one.region)))
        targets.sort(key=lambda target: (target.institution.region_id, target.institution.slug))
        return Addressing(targets, excluded)

    def why_not(self, institution: Institution) -> str:
        """Why it receives nothing; empty where it does."""
        if institution.is_dissolved(self.day):
            return dissolved_words(institution)
        if institution.pk == self.issuer.pk:
            return "instansi penerbit sendiri"
        if not reaches(self.issuer, institution, self.within):
            return f"di luar wilayah {self.issuer.short_name}"
        return ""

    def province_of(self, region: Region) -> str:
        if region.pk == NATIONAL:
            return ""
        return region.pk if region.level == Level.PROVINCE else self.above.get(region.pk, "")


def dissolved_words(institution: Institution) -> str:
    """`dibubarkan sejak 1 Januari 2027; tugasnya diteruskan Dinas X`. Empty where it stands."""
    if institution.dissolved_on is None:
        return ""
    words = f"dibubarkan sejak {format_date(institution.dissolved_on)}"
    if institution.successor is not None:
        words += f"; tugasnya diteruskan {institution.successor.name}"
    return words
