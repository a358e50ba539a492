"""Lists, board and files of alignment cost the same, however many findings there are."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.alignment.boards.compliance import SAYS, says_it_rightly
from selaras.alignment.boards.tests import stating
from selaras.alignment.boards.tests.stating import OFFICE, client_of, reasoned, stated
from selaras.alignment.engine.results import Verdict
from selaras.alignment.inbox import findings
from selaras.alignment.services.days import take_day
from selaras.announcements.instructing.tests.asking import issued
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution, Membership
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
LIST = "/admin/keselarasan/"
BOARD, FINDINGS = f"{LIST}papan/", f"{LIST}papan/temuan/"
Role = Membership.Role


def cost(client: Client, path: str, *, post: bool = False) -> int:
    ask = client.post if post else client.get
    ask(path)
    with CaptureQueriesContext(connection) as captured:
        assert ask(path).status_code == 200
    return len(captured)


def find(slug: str, number: int) -> None:
    here = stating.text(slug)
    for _ in range(number):
        for verdict in (Verdict.ALIGNED, Verdict.CONFLICTING, Verdict.OUTDATED):
            reasoned(stated(verdict, here))
            stated(verdict, here)


def test_ten_more_findings_cost_an_institution_no_more_queries() -> None:
    client = client_of(person("penulis", OFFICE, Role.WRITER))
    counts = []
    for number in (2, 12):
        find(OFFICE, number)
        shown = [cost(client, path) for path in (LIST, f"{LIST}?alasan=ya")]
        counts.append([*shown, cost(client, f"{LIST}ekspor/", post=True)])
    assert counts[0] == counts[1]
    assert max(counts[0]) < 25


@pytest.mark.urls("selaras.config.urls.editor")
def test_ten_more_findings_and_institutions_cost_the_inbox_no_more_queries() -> None:
    user = person("penulis", OFFICE, Role.WRITER)
    counts = []
    for slug in (OFFICE, "kab-sleman"):
        find(slug, 10)
        if slug != OFFICE:
            person_of = Institution.objects.get(slug=slug)
            Membership.objects.create(
                user=user, institution=person_of, role=Role.WRITER, valid_from="2022-01-01"
            )
        with CaptureQueriesContext(connection) as captured:
            assert findings(User.objects.get(pk=user.pk)).total
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_more_institutions_cost_the_board_and_its_files_no_more_queries() -> None:
    client = client_of(person("pusat", "komdigi", Role.PLATFORM))
    offices = list(Institution.objects.exclude(region="00").order_by("pk")[:30])
    counts = []
    for chosen in (offices[:4], offices[4:]):
        for office in chosen:
            find(office.slug, 1)
        take_day()
        shown = [cost(client, path) for path in (BOARD, f"{BOARD}?provinsi=11", FINDINGS)]
        files = [cost(client, f"{path}ekspor/", post=True) for path in (BOARD, FINDINGS)]
        counts.append([*shown, *files])
    assert counts[0] == counts[1]
    assert max(counts[0]) < 30


def test_a_day_is_taken_and_instructions_look_at_a_constant_cost() -> None:
    made = issued(check_name=SAYS, check_fact=fact_type(stating.STATUS))
    offices = list(Institution.objects.exclude(region="00").order_by("pk")[:12])
    counts = []
    for chosen in (offices[:2], offices):
        for office in chosen:
            find(office.slug, 1)
        with CaptureQueriesContext(connection) as captured:
            take_day()
            assert says_it_rightly(made, [office.pk for office in chosen])
        counts.append(len(captured))
    assert counts[0] == counts[1]
