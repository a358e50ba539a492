"""The words of today: kept as long as nothing changes, made anew when something does."""

import pytest
from django.db import transaction
from django.utils import timezone

from selaras.alignment.models import TypeWording
from selaras.alignment.queries.lexicon import lexicon, words
from selaras.facts.models import Choice, FactType
from selaras.facts.tests.speaking import BANDUNG, make_type
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import RegionAlias
from selaras.ledger.services import advance_epoch

pytestmark = pytest.mark.django_db


def test_it_is_made_once_while_nothing_changes(spoken: tuple[FactType, FactType]) -> None:
    _, aid = spoken
    known = lexicon()
    assert lexicon() is known
    assert known.wordings["ppkm.level"].aliases == ("PPKM",)
    assert known.wordings["ppkm.level"].choices["3"] == ("Level 3",)
    assert known.wordings["siaga.posko"].aliases == ()
    assert known.places[BANDUNG].parent_code == "32"
    assert words().ids["siaga.bantuan"] == aid.pk


def test_every_kind_of_change_makes_it_anew(spoken: tuple[FactType, FactType]) -> None:
    level, _ = spoken
    seen = [words().digest]

    def is_new() -> bool:
        seen.append(words().digest)
        return seen[-1] not in seen[:-1]

    make_type("uji.baru")
    assert is_new()
    FactType.objects.filter(pk=level.pk).update(label="Tingkat PPKM")
    assert is_new()
    Choice.objects.filter(fact_type=level, value="3").update(label="Tingkat 3")
    assert is_new()
    TypeWording.objects.filter(fact_type=level).update(choice_words={"3": ["tingkat tiga"]})
    assert is_new()
    assert lexicon().wordings["ppkm.level"].choices["3"] == ("Tingkat 3", "tingkat tiga")
    with transaction.atomic():
        RegionAlias.objects.create(region_id=BANDUNG, alias="Kota Kembang Uji")
        advance_epoch(COUNTRY)
    assert is_new()
    FactType.objects.filter(pk=level.pk).update(retired_at=timezone.now())
    assert is_new()
    assert "ppkm.level" not in lexicon().wordings
