"""A fact type is not ended while texts say it; never deleted once it was stated."""

import pytest
from click.testing import CliRunner, Result

from selaras.embeds.models import FactUse, UseIndex
from selaras.embeds.queries import UsesUnknown
from selaras.embeds.services import reindex
from selaras.embeds.tests.editing import article, embed
from selaras.facts.cli import facts
from selaras.facts.errors import StillUsed
from selaras.facts.models import Choice, FactType
from selaras.facts.services import delete_fact_type, retire
from selaras.facts.tests.speaking import day, say
from selaras.institutions.models import Institution
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def status(topics: None) -> FactType:
    """Said by two public texts in Bandung and one in Surabaya."""
    for slug in ("kota-bandung", "kota-bandung", "kota-surabaya"):
        article(f"<p>{embed('siaga.status')}</p>", slug)
    reindex()
    return FactType.objects.get(key="siaga.status")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(facts, arguments)


def test_retiring_what_public_texts_say_is_refused_with_their_institutions(
    status: FactType,
) -> None:
    with pytest.raises(StillUsed) as refusal:
        retire(fact_type=status, speaker=status.owner, actor="uji")
    assert "3 teks terbit di 2 instansi" in refusal.value.problem
    assert "(2)" in refusal.value.problem
    status.refresh_from_db()
    assert status.retired_at is None


def test_whoever_confirms_it_retires_and_the_audit_keeps_who_used_it(status: FactType) -> None:
    assert isinstance(run("retire", "siaga.status").exception, StillUsed)
    assert run("retire", "siaga.status", "--confirm").output == "siaga.status: dihentikan\n"
    status.refresh_from_db()
    assert status.retired_at is not None
    entry = AuditEntry.objects.get(action="facts.retire")
    assert "3 teks terbit" in entry.details["uses"]


def test_a_draft_hinders_only_that_a_type_is_deleted(status: FactType) -> None:
    FactUse.objects.update(state=FactUse.State.DRAFT)
    with pytest.raises(StillUsed, match="3 teks, draf juga"):
        delete_fact_type(fact_type=status, speaker=status.owner, actor="uji")
    retire(fact_type=status, speaker=status.owner, actor="uji")
    status.refresh_from_db()
    assert status.retired_at is not None


def test_what_nobody_says_and_nobody_stated_is_deleted_with_its_choices(status: FactType) -> None:
    FactUse.objects.all().delete()
    assert run("delete", "siaga.status").output == "siaga.status: dihapus\n"
    assert not FactType.objects.filter(pk=status.pk).exists()
    assert not Choice.objects.filter(fact_type=status.pk).exists()
    assert AuditEntry.objects.filter(action="facts.delete_type", object_id="siaga.status").exists()


def test_what_was_ever_stated_is_never_deleted(status: FactType) -> None:
    FactUse.objects.all().delete()
    say(status, "32.73", "merah", day("2025-01-01"), day("2025-02-01"))
    with pytest.raises(StillUsed, match="pernah dinyatakan"):
        delete_fact_type(fact_type=status, speaker=status.owner, actor="uji")
    assert Choice.objects.filter(fact_type=status).count() == 4


def test_an_incomplete_index_refuses_instead_of_saying_nobody(status: FactType) -> None:
    UseIndex.objects.update(complete=False)
    for end in (retire, delete_fact_type):
        with pytest.raises(UsesUnknown):
            end(fact_type=status, speaker=status.owner, actor="uji")


def test_only_the_owner_ends_a_type(status: FactType) -> None:
    FactUse.objects.all().delete()
    for end in (retire, delete_fact_type):
        with pytest.raises(MayNotSpeak):
            end(fact_type=status, speaker=Institution.objects.get(slug="bmkg"), actor="uji")
