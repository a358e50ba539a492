"""A living value that changed since its text was published says so; one stated again does not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.embeds.reading import Reading
from selaras.embeds.spec import EmbedSpec
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type
from selaras.facts.services import Statement, state
from selaras.facts.validity import Validity
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def say(text: str) -> FactType:
    status = fact_type("siaga.status")
    value = rules_of(status).parse(text, status)
    region = Region.objects.get(pk="32.73")
    start = timezone.now() - timedelta(days=1)
    state(
        statements=[Statement(status, region, value, Validity(start))],
        speaker=status.owner,
        actor="uji",
        source="Uji",
    )
    return status


def changed(status: FactType, published_at: object) -> bool:
    reader = Reading(Region.objects.get(pk="32.73"), published_at=published_at)  # type: ignore[arg-type]
    return reader.show(EmbedSpec(status.pk)).changed


def test_a_value_that_stays_is_not_called_changed() -> None:
    status = say("kuning")
    assert changed(status, timezone.now()) is False


def test_the_same_value_stated_again_is_not_called_changed() -> None:
    say("kuning")
    published = timezone.now()
    assert changed(say("kuning"), published) is False


def test_another_value_is_called_changed() -> None:
    say("kuning")
    published = timezone.now()
    assert changed(say("merah"), published) is True


def test_a_value_that_was_not_there_yet_is_called_changed() -> None:
    published = timezone.now()
    assert changed(say("merah"), published) is True


def test_a_text_that_was_never_published_has_nothing_to_compare() -> None:
    assert changed(say("merah"), None) is False


def test_a_value_of_a_past_day_is_never_called_changed() -> None:
    status = say("merah")
    reader = Reading(
        Region.objects.get(pk="32.73"), published_at=timezone.now() - timedelta(days=30)
    )
    spec = EmbedSpec(status.pk, as_of=timezone.localdate())
    assert reader.show(spec).changed is False
