"""Build the demonstration country."""

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone

from selaras.alignment.services.renewing import read_all
from selaras.alignment.wordings.services import write_shipped_wordings
from selaras.common.errors import Refused
from selaras.demonstration.articles import write_sites
from selaras.demonstration.earlier import tell_earlier_months
from selaras.demonstration.emergencies import write_emergencies
from selaras.demonstration.frames import CONTENT
from selaras.demonstration.instructions import instruct
from selaras.demonstration.people import make_people
from selaras.demonstration.showcase import write_showcase
from selaras.demonstration.siaga import announce_season
from selaras.demonstration.sites import make_profiles
from selaras.demonstration.tallies import publish_tally
from selaras.demonstration.topics import make_topics
from selaras.embeds.services import reindex
from selaras.facts.backfill_file import backfill_file
from selaras.facts.models import FactVersion
from selaras.ledger.actors import system
from selaras.pages.services import index_pages
from selaras.search.indexing.noting import note_everything

ACTOR = system("peragaan")
TALLY = "pilpres-2024"


def build(progress: Callable[[int], None]) -> None:
    """Make everything that is missing; repeatable. Refused outside demonstration mode."""
    if not settings.DEMONSTRATION:
        raise Refused(
            "Negara peragaan hanya dibuat dalam mode peragaan.",
            "Setel SELARAS_DEMONSTRATION=1 pada pemasangan yang bukan produksi.",
        )
    make_topics()
    write_shipped_wordings(actor=ACTOR)
    if not FactVersion.objects.filter(fact_type__key="ppkm.level").exists():
        backfill_file((CONTENT / "ppkm.csv").read_text(encoding="utf-8"), actor=ACTOR)
    tell_earlier_months(timezone.localdate(), actor=ACTOR)
    announce_season(timezone.localdate(), actor=ACTOR)
    publish_tally(actor=ACTOR)
    written = write_sites(progress)
    make_profiles(TALLY)
    write_showcase()
    write_emergencies()
    if written:
        reindex()
    index_pages()
    instruct()
    make_people()
    read_all()
    note_everything()  # sites are written in bulk, which tells nobody
