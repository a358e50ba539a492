"""The API: one fact in 514 regions as JSON and GeoJSON, beside resolving it alone."""

from collections.abc import Iterator
from functools import partial

from django.test import Client
from django.utils import timezone

from benchmarks.timing import Comparison, compare
from selaras.facts.queries import fact_type, resolve_all
from selaras.facts.results import Question, Resolved
from selaras.institutions.models import Region

PATH = "/api/v1/facts/siaga.status/regions"
FORMS = {"json": "JSON", "geojson": "GeoJSON"}


def comparisons() -> Iterator[Comparison]:
    status = fact_type("siaga.status")
    readers = Region.objects.exclude(level=Region.Level.NATIONAL)
    codes = list(readers.values_list("pk", flat=True))
    client = Client(headers={"host": "localhost"})

    def asked(form: str) -> int:
        response = client.get(PATH, {"format": form})
        assert response.status_code == 200, response.content
        return len(response.content)

    def resolved() -> dict[Question, Resolved]:
        now = timezone.now()
        return resolve_all([Question(status, code, now) for code in codes])

    for form, name in FORMS.items():
        yield compare(
            f"API: one type in {len(codes)} regions as {name}, whole request",
            partial(asked, form),
            "resolve it in as many regions",
            resolved,
        )
