"""An official count that is real: the presidential election of 2024, by province."""

from selaras.demonstration.frames import CONTENT
from selaras.institutions.models import Institution, Topic
from selaras.tallies.checking import check
from selaras.tallies.head import read_head
from selaras.tallies.reading import read_sheet
from selaras.tallies.services import Edition, define, publish

TALLY = "pilpres-2024"
TOPIC = "Pemilihan Presiden dan Wakil Presiden 2024"


def publish_tally(*, actor: str) -> None:
    """Publish the result of the election commission's decision 360 of 2024; repeatable."""
    Topic.objects.update_or_create(
        key=TALLY,
        defaults={
            "label": TOPIC,
            "owner": Institution.objects.get(slug="kpu"),
            "demonstration": False,
        },
    )
    definition = read_head((CONTENT / f"{TALLY}.yaml").read_bytes())
    tally = define(definition=definition, actor=actor).tally
    sheet = read_sheet((CONTENT / f"{TALLY}.csv").read_bytes())
    publish(tally=tally, checked=check(sheet, tally), edition=Edition(), actor=actor)
