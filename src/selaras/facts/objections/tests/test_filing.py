"""Who objects to what, and what is asked of an objection."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.facts.models import FactVersion, Objection
from selaras.facts.objections.errors import (
    AlreadyOpen,
    BadObjection,
    MayNotObject,
    NotConcerned,
    OwnFact,
    ValueChanged,
)
from selaras.facts.objections.periods import last_day
from selaras.facts.objections.queries import objections_to
from selaras.facts.objections.tests.objecting import (
    REASON,
    Role,
    institution,
    objected,
    owner_person,
    region,
    shelter,
)
from selaras.facts.tests.speaking import BANDUNG, DENPASAR, day, owner_of, say
from selaras.ledger.models import AuditEntry
from selaras.media.models import File
from selaras.media.services import open_library
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.mark.parametrize("role", list(Role))
def test_those_who_write_or_approve_object(version: FactVersion, role: Role) -> None:
    user = person("orang", "kota-bandung", role)
    if role in {Role.WRITER, Role.APPROVER}:
        assert objected(user, version).is_open
    else:
        with pytest.raises(MayNotObject):
            objected(user, version)


def test_an_objection_keeps_what_was_said_and_is_audited_without_it(
    version: FactVersion, writer: User
) -> None:
    one = objected(writer, version, proposed="80", evidence_url="https://contoh.go.id/pos")
    assert (one.version, one.owner) == (version, owner_of(version.fact_type))
    assert (one.reason, one.proposed) == (REASON, "80 orang")
    entry = AuditEntry.objects.get(action="facts.objection.file")
    assert entry.institution == "kota-bandung"
    assert entry.details["region"] == BANDUNG
    assert "80" not in str(entry.details)
    assert list(objections_to(version.fact_type, region(BANDUNG))) == [one]


def test_a_province_objects_for_its_regencies_and_nobody_for_others(version: FactVersion) -> None:
    province = person("jabar", "jawa-barat", Role.WRITER)
    assert objected(province, version, objector=institution("jawa-barat")).region_id == BANDUNG
    neighbour = person("bali", "bali", Role.WRITER)
    with pytest.raises(MayNotObject, match="tidak berbicara untuk Kota Bandung"):
        objected(neighbour, version, objector=institution("bali"))


def test_a_national_institution_speaks_for_no_region(version: FactVersion) -> None:
    user = person("pusat", "komdigi", Role.WRITER)
    with pytest.raises(MayNotObject):
        objected(user, version, objector=institution("komdigi"))


def test_nobody_objects_to_a_fact_of_an_institution_of_hers(
    version: FactVersion, writer: User
) -> None:
    both = person("rangkap", "kota-bandung", Role.WRITER)
    person_of_owner = owner_person("pemilik", version.fact_type, Role.WRITER)
    with pytest.raises(OwnFact):
        objected(person_of_owner, version, objector=owner_of(version.fact_type))
    for row in person_of_owner.memberships.all():
        row.pk, row.user = None, both
        row.save()
    with pytest.raises(OwnFact):
        objected(User.objects.get(pk=both.pk), version)


def test_an_inherited_value_concerns_the_regions_below(writer: User) -> None:
    assert objected(writer, shelter("uji.provinsi", "32")).version.region_id == "32"


def test_a_value_of_elsewhere_does_not_concern_the_region(writer: User) -> None:
    with pytest.raises(NotConcerned, match="tidak berlaku di Kota Bandung"):
        objected(writer, shelter("uji.bali", DENPASAR))


def test_what_was_replaced_since_it_was_seen_is_not_objected_to(
    version: FactVersion, writer: User
) -> None:
    say(version.fact_type, BANDUNG, "90", day("2026-01-01"))
    with pytest.raises(ValueChanged, match="sekarang: 90 orang"):
        objected(writer, version)


def test_a_value_that_begins_later_can_be_objected_to(version: FactVersion, writer: User) -> None:
    start = timezone.now() + timedelta(days=3)
    coming = say(version.fact_type, BANDUNG, "200", start)
    assert objected(writer, coming).version == coming


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"reason": "x" * 5001}, "reason"),
        ({"reason": "a\0b"}, "reason"),
        ({"proposed": "delapan puluh"}, "proposed"),
        ({"proposed": "120 orang"}, "proposed"),
        ({"evidence_url": "javascript:alert(1)"}, "evidence_url"),
        ({"evidence_url": "contoh"}, "evidence_url"),
    ],
)
def test_what_is_missing_or_wrong_is_told_at_its_field(
    version: FactVersion, writer: User, wrong: dict[str, str], field: str
) -> None:
    with pytest.raises(BadObjection) as refused:
        objected(writer, version, **wrong)
    assert refused.value.field == field
    assert refused.value.remedy
    assert not Objection.objects.exists()


def test_a_document_comes_from_the_objectors_own_library(
    version: FactVersion, writer: User
) -> None:
    own, foreign = (
        File.objects.create(
            title="Foto", file="foto.pdf",
            collection=open_library(institution=institution(slug)).collection,
        )
        for slug in ("kota-bandung", "kab-merauke")
    )  # fmt: skip
    with pytest.raises(BadObjection, match="perpustakaan"):
        objected(writer, version, evidence_file=foreign)
    assert objected(writer, version, evidence_file=own).evidence_file == own


def test_one_objection_of_an_institution_waits_at_a_time(
    version: FactVersion, writer: User
) -> None:
    one = objected(writer, version)
    with pytest.raises(AlreadyOpen):
        objected(person("kedua", "kota-bandung", Role.APPROVER), version)
    province = person("jabar", "jawa-barat", Role.WRITER)
    assert objected(province, version, objector=institution("jawa-barat")).is_open
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()


def test_the_database_keeps_no_answer_without_words_and_none_to_oneself(
    version: FactVersion, writer: User
) -> None:
    one = Objection.objects.filter(pk=objected(writer, version).pk)
    for wrong in (
        {"state": "accepted"},
        {"state": "rejected", "answered_at": timezone.now()},
        {"answer": "Ya."},
        {"state": "withdrawn"},
        {"correction": "Nomor 1"},
        {"owner": institution("kota-bandung")},
        {"reason": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            one.update(**wrong)


def test_the_period_ends_with_a_day_where_the_owner_is(
    version: FactVersion, writer: User, settings: LazySettings
) -> None:
    settings.OBJECTION_DAYS = 3
    one = objected(writer, version)
    home = one.owner.region
    assert last_day(one) == home.local(one.filed_at).date() + timedelta(days=3)
    assert home.local(one.due_at).isoformat().endswith("T00:00:00+07:00")
