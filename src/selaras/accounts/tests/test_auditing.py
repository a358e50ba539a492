"""What the audit knows of people follows their accounts, until they are erased."""

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction

from selaras.accounts.auditing import StillActive, accounts
from selaras.accounts.models import User
from selaras.ledger.models import AuditEntry, Person
from selaras.ledger.objects import Described
from selaras.ledger.services import erase_person, record

pytestmark = pytest.mark.django_db


def tini() -> User:
    user = User.objects.create(username="tini", first_name="Tini", last_name="Uji")
    EmailAddress.objects.create(user=user, email="tini@contoh.id", primary=True)
    with transaction.atomic():
        record(actor=user, action="uji.lakukan", object_kind="uji", object_id="1")
    return user


def test_everybody_has_a_reference_of_her_own() -> None:
    users = [User.objects.create(username=name) for name in ("satu", "dua")]
    assert len({user.reference for user in users}) == 2


def test_the_audit_follows_a_name_and_asks_nothing_when_somebody_signs_in(
    django_assert_num_queries: object,
) -> None:
    user = tini()
    user.last_name = "Baru"
    user.save()
    assert Person.objects.get(pk=user.reference).name == "Tini Baru"
    with django_assert_num_queries(1):  # type: ignore[operator]
        user.save(update_fields=["last_login"])


def test_who_can_still_act_is_not_erased() -> None:
    user = tini()
    with pytest.raises(StillActive):
        erase_person(reference=user.reference, reason="Uji.", actor="perintah")
    assert Person.objects.get(pk=user.reference).name == "Tini Uji"
    assert not AuditEntry.objects.filter(action="audit.person.erase").exists()


def test_an_erased_account_says_nothing_of_the_person_and_keeps_its_reference() -> None:
    user = tini()
    User.objects.update(is_active=False)
    erase_person(reference=user.reference, reason="Uji.", actor="perintah")
    left = User.objects.get(reference=user.reference)
    assert "tini" not in f"{left} {left.username} {left.email} {left.first_name}".lower()
    assert not left.has_usable_password()
    assert not EmailAddress.objects.exists()
    assert Person.objects.get(pk=user.reference).name == ""


def test_somebody_who_never_acted_is_erased_too() -> None:
    user = User.objects.create(username="diam", first_name="Diam", is_active=False)
    erase_person(reference=user.reference, reason="Uji.", actor="perintah")
    assert "Diam" not in str(User.objects.get(reference=user.reference))


def test_an_account_in_the_audit_is_called_by_its_name_while_it_is_active() -> None:
    user, gone = tini(), User.objects.create(username="lama", is_active=False)
    keys = [str(user.reference), str(gone.reference), "", "bukan rujukan"]
    assert accounts(None, keys) == {str(user.reference): Described("Tini Uji")}
