"""The invented, living topic: a rainy-season readiness status for every region."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from selaras.announcements.draft import AnnouncementDraft, DraftFact
from selaras.announcements.services import publish
from selaras.demonstration.topics import SIAGA
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.facts.validity import Validity
from selaras.institutions.models import Institution, Region, Topic
from selaras.language.periods import DatePeriod

SEASON_DAYS = 150
WEIGHTS = {"hijau": 40, "kuning": 35, "jingga": 18, "merah": 7}


def announce_season(today: date, *, actor: str) -> None:
    """Announce the season's values for all regions; repeatable within a season."""
    start = today.replace(day=1)
    season = DatePeriod(start, start + timedelta(days=SEASON_DAYS))
    types = {found.key: found for found in fact_types().filter(topic__key=SIAGA)}
    regions = list(Region.objects.all())
    publish(
        draft=AnnouncementDraft(
            key=f"peragaan-siaga-{start.isoformat()}",
            topic=Topic.objects.get(key=SIAGA),
            speaker=Institution.objects.get(slug="bnpb"),
            title="Status siaga musim hujan untuk seluruh wilayah (data peragaan)",
            summary=(
                "Status siaga, jumlah posko, dan layanan selama musim hujan ditetapkan untuk "
                "38 provinsi dan 514 kabupaten dan kota. Seluruh nilai dalam pengumuman ini "
                "adalah rekaan untuk peragaan."
            ),
            instrument="Keputusan siaga musim hujan (data peragaan)",
            instrument_url="",
            validity=Validity.through(season.start, season.end),
            facts=tuple(_facts(types, regions, season)),
        ),
        actor=actor,
    )


def _facts(
    types: dict[str, FactType], regions: list[Region], season: DatePeriod
) -> list[DraftFact]:
    national = next(region for region in regions if region.level == Region.Level.NATIONAL)
    nationwide = {
        "siaga.masa": f"{season.start}/{season.end}",
        "siaga.bantuan": "Rp1.200.000",
        "siaga.jam-layanan": "08.00–16.00",
        "siaga.mulai-apel": (season.start + timedelta(days=8)).isoformat(),
        "siaga.kanal": "Kanal Lapor Siaga",
    }
    facts = [
        DraftFact(types[key], national, rules_of(types[key]).parse(text, types[key]))
        for key, text in nationwide.items()
    ]
    for region in regions:
        if region is not national:
            for key, text in _local_values(region).items():
                value = rules_of(types[key]).parse(text, types[key])
                facts.append(DraftFact(types[key], region, value))
    return facts


def _local_values(region: Region) -> dict[str, str]:
    """The same for the same region, whenever it is made."""
    chance = Random(f"siaga:{region.pk}")  # noqa: S311
    posko = 2 + region.population // 90_000 + chance.randrange(6)
    share = Decimal(chance.randrange(412, 985)) / 10
    return {
        "siaga.status": chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0],
        "siaga.posko": str(posko),
        "siaga.cakupan": f"{share}".replace(".", ","),
    }
