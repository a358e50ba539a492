"""Whoever writes for an institution is told what is to be mended, once for the institution."""

import pytest

from selaras.accounts.inbox.registry import Urgency
from selaras.alignment.boards.tests import stating
from selaras.alignment.boards.tests.stating import OFFICE, reasoned, stated
from selaras.alignment.engine.results import Verdict
from selaras.alignment.inbox import findings
from selaras.institutions.models import Membership
from support.people import person

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("topics"),
    pytest.mark.urls("selaras.config.urls.editor"),
]
Role = Membership.Role


def test_all_findings_of_an_institution_are_one_entry_with_the_worst_of_them() -> None:
    user = person("bandung", OFFICE, Role.WRITER)
    assert findings(user).total == 0
    stated(Verdict.OUTDATED, stating.text(draft=True))
    assert findings(user).items[0].urgency == Urgency.ADVICE
    here = stating.text()
    stated(Verdict.CONFLICTING, here)
    reasoned(stated(Verdict.CONFLICTING, here))
    stated(Verdict.ALIGNED, here)
    (item,) = findings(user).items
    assert item.title == "2 pernyataan perlu dibenahi"
    assert item.detail == "1 di teks terbit, terberat: bertentangan"
    assert item.url == f"/admin/keselarasan/?instansi={OFFICE}"
    assert item.urgency == Urgency.OWN_WORK


def test_what_contradicts_a_mandatory_fact_in_public_is_urgent() -> None:
    stating.mandatory()
    stated(Verdict.CONFLICTING)
    (item,) = findings(person("bandung", OFFICE, Role.APPROVER)).items
    assert item.urgency == Urgency.NOW


def test_others_are_not_told() -> None:
    stated()
    for name, slug, role in (
        ("auditor", OFFICE, Role.AUDITOR),
        ("provinsi", "jawa-barat", Role.WRITER),
        ("pusat", "komdigi", Role.PLATFORM),
    ):
        assert findings(person(name, slug, role)).total == 0
