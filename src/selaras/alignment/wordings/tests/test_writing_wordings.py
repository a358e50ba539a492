"""The service: who writes, what is owed, and that two people lose nothing."""

from dataclasses import replace

import pytest
from django.core.checks import Tags, run_checks

from selaras.accounts.models import User
from selaras.alignment.engine.wording import Stricter, Wording
from selaras.alignment.models import TypeWording
from selaras.alignment.wordings.errors import BadWording, MayNotWord, WordingChanged
from selaras.alignment.wordings.loading import fingerprint, stored_wording, worded_types
from selaras.alignment.wordings.services import write_shipped_wordings, write_wording
from selaras.alignment.wordings.tests.wordings_said import Role, row, zone_type
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import owner_of
from selaras.ledger.models import AuditEntry, Change, OwedEffect
from support.people import person

pytestmark = pytest.mark.django_db


def worded(fact_type: FactType, *aliases: str) -> Wording:
    return replace(stored_wording(worded_types().get(pk=fact_type.pk)), aliases=aliases)


def test_what_is_written_is_kept_audited_told_and_read_again(zone: FactType, author: User) -> None:
    wording = replace(
        worded(zone, "zona risiko"),
        choices={**worded(zone).choices, "merah": ("Zona Merah", "merah")},
        stricter=Stricter.HIGHER,
    )
    assert write_wording(actor=author, fact_type=zone, wording=wording)
    assert worded(zone, "zona risiko") == wording
    entry = AuditEntry.objects.get(action="alignment.wording.write")
    assert entry.institution == owner_of(zone).slug
    assert entry.details["after"]["choice_words"] == {"merah": ["merah"]}
    assert "patterns" not in entry.details["after"]
    owed = OwedEffect.objects.get(kind="alignment.reread")
    assert owed.payload == {"fact_type": str(zone.pk)}
    assert Change.objects.filter(key=f"wording:{zone.pk}").exists()
    assert not write_wording(actor=author, fact_type=zone, wording=wording)
    assert OwedEffect.objects.filter(kind="alignment.reread").count() == 1


def test_only_whoever_states_the_facts_of_the_owner_writes(zone: FactType) -> None:
    others = [
        person("lain", "kota-bandung", *(set(Role) - {Role.PLATFORM})),
        person("tulis", owner_of(zone), Role.WRITER, Role.APPROVER, Role.ADMINISTRATOR),
        person("pusat", "komdigi", Role.PLATFORM),
    ]
    for user in others:
        with pytest.raises(MayNotWord):
            write_wording(actor=user, fact_type=zone, wording=worded(zone, "zona risiko"))
    assert row(zone) is None


def test_a_name_of_another_type_is_refused_and_nothing_is_written(
    zone: FactType, author: User
) -> None:
    write_wording(actor="uji", fact_type=zone, wording=worded(zone, "zona risiko"))
    other = zone_type("uji.lain", "Status wilayah")
    with pytest.raises(BadWording) as refused:
        write_wording(actor=author, fact_type=other, wording=worded(other, "ZONA  risiko"))
    assert '"Status wilayah" dan "Zona risiko"' in str(refused.value)
    assert row(other) is None
    assert AuditEntry.objects.filter(action="alignment.wording.write").count() == 1


def test_who_had_older_words_before_her_is_told_what_is_stored(
    zone: FactType, author: User
) -> None:
    seen = fingerprint(worded(zone))
    write_wording(actor="uji", fact_type=zone, wording=worded(zone, "zona risiko"))
    with pytest.raises(WordingChanged) as refused:
        write_wording(actor=author, fact_type=zone, wording=worded(zone, "zona"), seen=seen)
    assert refused.value.stored.aliases == ("zona risiko",)


def test_contradictions_that_came_by_another_way_are_told_by_a_check(zone: FactType) -> None:
    other = zone_type("uji.lain", "Status wilayah")
    for one in (zone, other):
        TypeWording.objects.create(fact_type=one, aliases=["Zona risiko"])
    found = run_checks(tags=[Tags.database], include_deployment_checks=True, databases=["default"])
    (told,) = [one for one in found if one.id == "alignment.W001"]
    assert '"Zona risiko"' in told.msg
    assert "uji.lain and uji.zona" in told.msg


def test_shipped_words_are_given_once_and_never_take_the_place_of_written_ones(
    topics: None,
) -> None:
    level = FactType.objects.get(key="ppkm.level")
    TypeWording.objects.create(fact_type=level, aliases=["level kami"])
    assert write_shipped_wordings(actor="uji") > 5
    assert write_shipped_wordings(actor="uji") == 0
    assert worded(level, "level kami") == stored_wording(worded_types().get(pk=level.pk))
    status = stored_wording(worded_types().get(key="siaga.status"))
    assert status.choices["merah"] == ("Siaga Merah", "merah")
