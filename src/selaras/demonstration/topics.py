"""The topics and fact types of the demonstration: one real and past, one invented and living."""

from dataclasses import dataclass, field

from selaras.facts.models import Choice, FactType, Kind
from selaras.institutions.models import Institution, Region, Topic

PPKM = "ppkm"
SIAGA = "siaga-musim-hujan"


@dataclass(frozen=True, slots=True)
class TypeSpec:
    key: str
    label: str
    kind: Kind
    topic: str
    unit: str = ""
    broadest: str = Region.Level.NATIONAL
    narrowest: str = Region.Level.REGENCY
    inherited: bool = False
    choices: tuple[tuple[str, str, int | None], ...] = field(default=())


TOPICS = {
    PPKM: ("PPKM Jawa dan Bali", "kemendagri", False),
    SIAGA: ("Siaga musim hujan (data peragaan)", "bnpb", True),
}
LOCAL = Region.Level.PROVINCE
TYPES = [
    TypeSpec(
        "ppkm.level", "Level PPKM", Kind.CHOICE, PPKM, broadest=Region.Level.REGENCY,
        choices=tuple((str(level), f"Level {level}", level) for level in range(1, 5)),
    ),
    TypeSpec("ppkm.masa", "Masa PPKM Jawa dan Bali", Kind.PERIOD, PPKM, inherited=True),
    TypeSpec(
        "siaga.status", "Status siaga", Kind.CHOICE, SIAGA, broadest=LOCAL,
        choices=(
            ("hijau", "Siaga Hijau", 1), ("kuning", "Siaga Kuning", 2),
            ("jingga", "Siaga Jingga", 3), ("merah", "Siaga Merah", 4),
        ),
    ),
    TypeSpec("siaga.posko", "Posko siaga", Kind.NUMBER, SIAGA, unit="posko", broadest=LOCAL),
    TypeSpec(
        "siaga.cakupan", "Desa dengan jalur evakuasi", Kind.PERCENTAGE, SIAGA, broadest=LOCAL
    ),
    TypeSpec("siaga.masa", "Masa siaga", Kind.PERIOD, SIAGA, inherited=True),
    TypeSpec("siaga.bantuan", "Bantuan per keluarga", Kind.MONEY, SIAGA, inherited=True),
    TypeSpec("siaga.jam-layanan", "Jam layanan posko", Kind.TIME, SIAGA, inherited=True),
    TypeSpec("siaga.mulai-apel", "Apel kesiapsiagaan", Kind.DATE, SIAGA, inherited=True),
    TypeSpec("siaga.kanal", "Kanal laporan", Kind.TEXT, SIAGA, inherited=True),
]  # fmt: skip


def make_topics() -> None:
    """Create what is missing; repeatable."""
    owners = {owner.slug: owner for owner in Institution.objects.filter(region="00")}
    for key, (label, owner, invented) in TOPICS.items():
        Topic.objects.update_or_create(
            key=key,
            defaults={"label": label, "owner": owners[owner], "demonstration": invented},
        )
    topics = {topic.key: topic for topic in Topic.objects.filter(key__in=TOPICS)}
    for spec in TYPES:
        fact_type, _ = FactType.objects.update_or_create(
            key=spec.key,
            defaults={
                "label": spec.label,
                "kind": spec.kind,
                "topic": topics[spec.topic],
                "unit": spec.unit,
                "broadest": spec.broadest,
                "narrowest": spec.narrowest,
                "inherited": spec.inherited,
            },
        )
        for rank, (value, label, tone) in enumerate(spec.choices, start=1):
            Choice.objects.update_or_create(
                fact_type=fact_type,
                value=value,
                defaults={"label": label, "rank": rank, "tone": tone},
            )
