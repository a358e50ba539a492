"""An instruction sees which institutions say a fact rightly, and which say otherwise."""

import pytest
from django.utils import timezone

from selaras.alignment.boards.compliance import SAYS
from selaras.alignment.boards.tests import stating
from selaras.alignment.boards.tests.stating import client_of, reasoned, stated, words
from selaras.alignment.engine.results import Verdict
from selaras.announcements.instructing.board import board_of
from selaras.announcements.instructing.filters import STATES
from selaras.announcements.instructing.rules import Kind, Rule
from selaras.announcements.instructing.tests.asking import author, issued
from selaras.facts.queries import fact_type
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
RIGHT, EMBEDS, WRONG, SILENT, ELSEWHERE, EXCUSED = (
    "kota-bandung", "kab-bandung", "kota-cimahi", "kab-garut", "kota-bogor", "kab-bogor",
)  # fmt: skip


def test_who_says_it_rightly_complies_and_who_says_otherwise_is_counted() -> None:
    slugs = (RIGHT, EMBEDS, WRONG, SILENT, ELSEWHERE, EXCUSED)
    made = issued(
        rule=Rule(Kind.INSTITUTIONS, institutions=slugs),
        check_name=SAYS,
        check_fact=fact_type("siaga.status"),
    )
    stated(Verdict.ALIGNED, stating.text(RIGHT))
    stated(Verdict.CONFLICTING, stating.text(RIGHT, draft=True))
    stating.embedded(EMBEDS)
    stating.embedded(WRONG)
    stated(Verdict.OUTDATED, stating.text(WRONG))
    stated(Verdict.CONFLICTING, stating.text(WRONG))
    stated(Verdict.CONFLICTING, stating.text(SILENT), type="ppkm.level")
    stated(Verdict.ALIGNED, stating.text(ELSEWHERE), region=Region.objects.get(pk="32"))
    excused = stating.text(EXCUSED)
    stated(Verdict.ALIGNED, excused)
    reasoned(stated(Verdict.CONFLICTING, excused))
    board = board_of(made, timezone.now())
    seen = {row.addressee.institution.slug: row for row in board.rows}
    assert {slug for slug, row in seen.items() if row.complies} == {RIGHT, EMBEDS, EXCUSED}
    assert {slug for slug, row in seen.items() if row.contradicts} == {WRONG}
    assert board.counts.seen == 3
    assert [row for row in board.rows if STATES["sebaliknya"][1](row)] == [seen[WRONG]]
    assert seen[WRONG].seen is not None
    assert seen[WRONG].seen.words == "2 pernyataan di teks terbit berkata lain"
    shown = words(client_of(author()).get(f"/admin/instruksi/dari-kami/{made.pk}/papan/"))
    assert "Sebaliknya" in shown
    assert "Terlihat sebaliknya (1)" in shown
