"""Emergency notices where the invented status is the highest one."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.facts.queries import resolve_all
from selaras.facts.results import Question
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import EmergencyPage, InformationClass
from selaras.pages.past.services import record_many

SLUG = "siaga-merah"
MOST = 3


def write_emergencies() -> None:
    """On the first sites whose region stands at "Siaga Merah"; those that exist are kept."""
    now = timezone.now()
    status = FactType.objects.get(key="siaga.status")
    offices = Institution.objects.filter(region__level__in=["regency", "city"]).select_related(
        "region", "site__root_page"
    )
    questions = {office: Question(status, office.region_id, now) for office in offices}
    found = resolve_all(list(questions.values()))
    red = [
        office
        for office, asked in questions.items()
        if asked in found and found[asked].value.value == "merah"
    ]
    for office in red[:MOST]:
        if office.site is None or EmergencyPage.objects.child_of(office.site.root_page).exists():
            continue
        notice = _notice(office, status)
        add_children({office.site.root_page: [notice]})
        record_many([notice])


def _notice(office: Institution, status: FactType) -> EmergencyPage:
    now = timezone.now()
    title = f"Siaga Merah di {office.region.full_name} (data peragaan)"
    text = (
        f"<p>Status yang berlaku: {EmbedSpec(status.pk).tag()}. Jauhi sungai dan lereng. "
        "Ikuti arahan petugas di posko terdekat.</p>"
    )
    return EmergencyPage(
        title=title,
        draft_title=title,
        slug=SLUG,
        lead="Siapkan tas siaga dan ikuti arahan petugas.",
        information_class=InformationClass.IMMEDIATE,
        severity=EmergencyPage.Severity.DANGER,
        dated=now.replace(second=0, microsecond=0),
        body=[{"type": "paragraph", "value": text}],
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(EmergencyPage),
        first_published_at=now,
        last_published_at=now,
    )
