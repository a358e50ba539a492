"""The number of queries of the API does not grow with regions, types, versions or announcements."""

from datetime import timedelta

import pytest

from selaras.announcements.tests.telling import tell
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG, make_type, say, say_all, statement_of, utc
from selaras.institutions.models import Region
from selaras.portal.api.tests.asking import queries_of, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
BEGIN = utc("2026-01-01T05:00")
LISTS: list[tuple[str, dict[str, str]]] = [
    ("facts", {}),
    ("facts/uji.jumlah/history", {"region": BANDUNG}),
    ("announcements", {}),
    ("announcements", {"region": BANDUNG}),
    ("changes", {}),
]


def counts() -> list[int]:
    return [queries_of(path, **query) for path, query in LISTS]


def add(amount: FactType, numbers: range) -> None:
    """A type, a version and an announcement each; all of them are changes."""
    for number in numbers:
        make_type(f"uji.jenis{number}")
        say(amount, BANDUNG, str(number), BEGIN + timedelta(days=number))
        tell({"Kota Bandung": "merah"}, key=f"u{number}", title=f"Yang ke-{number}")


def test_more_of_everything_costs_no_query_more() -> None:
    amount = make_type("uji.jumlah")
    add(amount, range(2))
    with_two = counts()
    add(amount, range(2, 8))
    assert counts() == with_two
    assert len(read("announcements")["announcements"]) == 8


def test_the_whole_country_costs_as_many_queries_as_one_city() -> None:
    amount = make_type("uji.jumlah", inherited=True)
    cities = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))
    say_all(statement_of(amount, code, "1", BEGIN) for code in cities)
    path = "facts/uji.jumlah/regions"
    assert len(read(path, level="regency")["regions"]) > 400
    for form in ("json", "geojson"):
        one = queries_of(path, within=BANDUNG, level="city", format=form)
        assert queries_of(path, level="city", format=form) == one
        assert queries_of(path, level="regency", format=form) == one
