"""What somebody chose on the page for websites elsewhere, read from its address."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from selaras.common.clock import now
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.facts.queries.resolution import known
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, gazetteer
from selaras.language.gazetteer import AmbiguousPlace, UnknownPlace
from selaras.portal.elsewhere.announcements import count_of

ANNOUNCEMENTS = "pengumuman"
LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """`fact_type` None means the announcements. `region` None: what was typed is not clear, and
    `problem` says so, with the regions that may be meant."""

    fact_type: FactType | None
    region: Region | None
    typed: str
    form: str
    mode: str
    count: int
    problem: str = ""
    meant: tuple[Region, ...] = ()

    @property
    def what(self) -> str:
        return self.fact_type.key if self.fact_type else ANNOUNCEMENTS


def forms() -> dict[str, str]:
    """How a fact can stand on a page, by the name that the component knows."""
    return {
        "sentence": _("Nilai dan masa berlaku, dalam kalimat"),
        "short": _("Nilai saja, dalam kalimat"),
        "card": _("Kartu dengan sumber dan keterangan"),
    }


def modes() -> dict[str, str]:
    return {"": _("Mengikuti halaman"), "light": _("Selalu terang"), "dark": _("Selalu gelap")}


def offered() -> QuerySet[FactType]:
    """The types to choose from. Counts have a frame of their own."""
    return (
        fact_types().filter(retired_at=None, topic__tallies=None).order_by("topic__label", "label")
    )


def choice_of(asked: QueryDict, types: list[FactType]) -> Choice:
    """The choice in the address; what is missing or makes no sense is chosen here."""
    by_key = {one.key: one for one in types}
    what, typed = asked.get("fakta", ""), asked.get("wilayah", "").strip()[:LONGEST_SHOWN]
    if what != ANNOUNCEMENTS and what not in by_key:
        what, usual = _usual(types)
        typed = typed or usual
    region, problem, meant = _region(typed or NATIONAL)
    form, mode = asked.get("bentuk", ""), asked.get("mode", "")
    return Choice(
        fact_type=by_key.get(what),
        region=region,
        typed=region.full_name if region else typed,
        form=form if form in forms() else "sentence",
        mode=mode if mode in modes() else "",
        count=count_of(asked.get("jumlah", "")),
        problem=problem,
        meant=meant,
    )


def _usual(types: list[FactType]) -> tuple[str, str]:
    """What was stated last, and where: an example that has a value."""
    last = known(None).filter(fact_type__in=types, valid_from__lte=now())
    found = last.order_by("-valid_from", "-pk").values_list("fact_type__key", "region")[:1]
    return found[0] if found else (ANNOUNCEMENTS, NATIONAL)


def _region(typed: str) -> tuple[Region | None, str, tuple[Region, ...]]:
    """The region that was typed; or why it is not clear, and which may be meant."""
    try:
        return Region.objects.get(pk=gazetteer().resolve(typed).code), "", ()
    except AmbiguousPlace as error:
        words = _("Ada beberapa wilayah bernama “%(typed)s”.")
        meant = error.candidates
    except UnknownPlace as error:
        words = _("Wilayah “%(typed)s” tidak dikenal.")
        meant = error.suggestions
    regions = Region.objects.in_bulk([place.code for place in meant])
    return None, words % {"typed": typed}, tuple(regions[place.code] for place in meant)
