"""The facts that questions of tests are about: a topic that has ended, and one that lives."""

from datetime import date, timedelta

from django.utils import timezone

from selaras.alignment.wordings.services import write_shipped_wordings
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import day, say_all, statement_of
from selaras.ledger.actors import system
from selaras.search.answers.tests.wordings import BANDUNG, COUNTRY, KAB_BANDUNG, SURABAYA

JOGJA, JABAR = "34.71", "32"
BEGUN = timedelta(days=40)
CHANGED = timedelta(days=10)
INSTRUCTION = "Instruksi Menteri Dalam Negeri Nomor 43 Tahun 2021"
# The value of each type for the whole country.
NATIONWIDE = {
    "siaga.masa": "2026-11-01/2027-03-31",
    "siaga.bantuan": "Rp1.200.000",
    "siaga.jam-layanan": "08.00–16.00",
    "siaga.mulai-apel": "2026-11-09",
    "siaga.kanal": "Kanal Lapor Siaga",
}


def state_all() -> None:
    """PPKM of 2021 as it was, and the invented season, which in Kota Bandung has changed."""
    write_shipped_wordings(actor=system("uji"))
    types = {one.key: one for one in FactType.objects.all()}
    level, status = types["ppkm.level"], types["siaga.status"]
    start, end = day("2021-09-21"), day("2021-10-05")
    say_all(
        [
            *(
                statement_of(level, code, "3", start, end)
                for code in (KAB_BANDUNG, SURABAYA, JOGJA)
            ),
            statement_of(level, BANDUNG, "4", day("2021-09-14"), start),
            statement_of(level, BANDUNG, "3", start, end),
            statement_of(types["ppkm.masa"], COUNTRY, "2021-09-21/2021-10-04", start, end),
        ],
        source=INSTRUCTION,
    )
    begun = today() - BEGUN
    places = {BANDUNG: "kuning", KAB_BANDUNG: "hijau", SURABAYA: "jingga", JABAR: "kuning"}
    say_all(
        [
            *(statement_of(status, code, value, begun) for code, value in places.items()),
            *(statement_of(types[key], COUNTRY, value, begun) for key, value in NATIONWIDE.items()),
            statement_of(types["siaga.posko"], BANDUNG, "30", begun),
        ]
    )
    say_all([statement_of(status, BANDUNG, "merah", today() - CHANGED)])


def today() -> date:
    return timezone.localdate()
