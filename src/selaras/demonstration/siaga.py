"""The invented, living topic: a rainy-season readiness status for every region."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from selaras.announcements.draft import AnnouncementDraft, DraftFact, Parts
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

# Invented like all else here, and says so wherever it is repeated.
NARRATIVE = Parts(
    messages=(
        "Periksa status siaga daerah Anda sebelum bepergian (peragaan).",
        "Siapkan tas siaga: air, obat, senter, dan salinan dokumen (peragaan).",
        "Ikuti arahan petugas posko terdekat (peragaan).",
    ),
    questions=(
        (
            "Apa arti keempat tingkat siaga? (peragaan)",
            "Hijau berarti waspada biasa, kuning bersiap, jingga siap mengungsi, dan merah "
            "mengungsi. Keempatnya rekaan untuk peragaan.",
        ),
        (
            "Kapan status daerah saya berubah? (peragaan)",
            "Begitu diumumkan. Setiap situs daerah menampilkan status yang sama pada saat yang "
            "sama.",
        ),
    ),
    contacts=(("Pusat Siaga (peragaan)", "siaga@peragaan.example"),),
)
NOTHING_MORE = Parts()
STATUS = ["siaga.status"]
SERVICES = [
    "siaga.posko", "siaga.cakupan", "siaga.masa", "siaga.bantuan", "siaga.jam-layanan",
    "siaga.mulai-apel", "siaga.kanal",
]  # fmt: skip


def announce_season(today: date, *, actor: str) -> None:
    """Announce the season's services, then its status, for all regions; repeatable."""
    start = today.replace(day=1)
    season = DatePeriod(start, start + timedelta(days=SEASON_DAYS))
    _announce(
        season,
        SERVICES,
        actor,
        key=f"peragaan-layanan-{start.isoformat()}",
        title="Layanan siaga musim hujan di seluruh wilayah (data peragaan)",
        summary=(
            "Posko, jam layanan, bantuan, dan kanal laporan selama musim hujan ditetapkan. "
            "Seluruh nilai dalam pengumuman ini adalah rekaan untuk peragaan."
        ),
    )
    _announce(
        season,
        STATUS,
        actor,
        key=f"peragaan-status-{start.isoformat()}",
        title="Status siaga musim hujan untuk seluruh wilayah (data peragaan)",
        summary=(
            "Status siaga ditetapkan untuk 38 provinsi serta 514 kabupaten dan kota. "
            "Seluruh nilai dalam pengumuman ini adalah rekaan untuk peragaan."
        ),
        parts=NARRATIVE,
    )


def _announce(
    season: DatePeriod,
    keys: list[str],
    actor: str,
    *,
    key: str,
    title: str,
    summary: str,
    parts: Parts = NOTHING_MORE,
) -> None:
    types = {found.key: found for found in fact_types().filter(key__in=keys)}
    publish(
        draft=AnnouncementDraft(
            key=key,
            title=title,
            summary=summary,
            topic=Topic.objects.get(key=SIAGA),
            speaker=Institution.objects.get(slug="bnpb"),
            instrument="Keputusan siaga musim hujan (data peragaan)",
            instrument_url="",
            validity=Validity.through(season.start, season.end),
            facts=tuple(_facts(types, season)),
            parts=parts,
        ),
        actor=actor,
    )


def _facts(types: dict[str, FactType], season: DatePeriod) -> Iterator[DraftFact]:
    for region in Region.objects.all():
        national = region.level == Region.Level.NATIONAL
        values = _nationwide(season) if national else _local_values(region)
        for key in values.keys() & types.keys():
            value = rules_of(types[key]).parse(values[key], types[key])
            yield DraftFact(types[key], region, value)


def _nationwide(season: DatePeriod) -> dict[str, str]:
    return {
        "siaga.masa": f"{season.start}/{season.end}",
        "siaga.bantuan": "Rp1.200.000",
        "siaga.jam-layanan": "08.00–16.00",
        "siaga.mulai-apel": (season.start + timedelta(days=8)).isoformat(),
        "siaga.kanal": "Kanal Lapor Siaga",
    }


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
