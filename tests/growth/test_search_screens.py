"""The editors' screens of the search cost the same, however much is asked or written."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.search import synonyms
from selaras.search.admin.tests.asking import ASKED, SIGNALS, SYNONYMS, Role, asked, somebody
from selaras.search.models import SynonymGroup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def cost(client: Client, path: str, *, post: bool = False) -> int:
    ask = client.post if post else client.get
    ask(path)
    synonyms.forget_groups()
    with CaptureQueriesContext(connection) as captured:
        assert ask(path).status_code == 200
    return len(captured)


def test_more_questions_and_synonyms_cost_no_more_queries() -> None:
    client, counts = somebody(Role.PLATFORM), []
    for numbers in (range(2), range(2, 14)):
        for number in numbers:
            for province in ("00", f"{31 + number % 4}"):
                asked(f"tanya {number}", province=province, found_none=number)
            SynonymGroup.objects.create(forms=f"zz{number} = zona {number}", changed_by="uji")
        paths = (ASKED, f"{ASKED}?yang=tanpa-hasil&provinsi=32", SYNONYMS, SIGNALS)
        shown = [cost(client, path) for path in paths]
        counts.append([*shown, cost(client, f"{ASKED}ekspor/", post=True)])
    assert counts[0] == counts[1]
    assert max(counts[0]) < 25
