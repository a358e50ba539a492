"""The chooser of a fact type for a block."""

import json

import pytest

from selaras.embeds.tests.editing import FACTS, more_types, writer
from selaras.facts.models import FactType
from selaras.facts.services import retire

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

PICK = f"{FACTS}/jenis/"


def test_the_modal_is_bounded_and_searched_by_label_key_or_topic() -> None:
    more_types(30)
    client = writer()
    html = json.loads(client.get(PICK).content)["html"]
    assert html.count("data-chooser-modal-choice") == 20
    found = client.get(f"{PICK}daftar/", {"q": "posko siaga"}).content.decode()
    assert found.count("data-chooser-modal-choice") >= 1
    assert "Posko siaga" in found
    assert client.get(f"{PICK}daftar/", {"q": "tidak ada begini"}).status_code == 200


def test_what_was_chosen_is_told_with_its_id_and_name() -> None:
    posko = FactType.objects.get(key="siaga.posko")
    told = json.loads(writer().get(f"{PICK}{posko.pk}/").content)
    assert told["step"] == "chosen"
    assert told["result"]["id"] == str(posko.pk)
    assert told["result"]["title"] == "Posko siaga"


def test_a_retired_type_is_not_offered_and_an_unknown_one_is_not_found() -> None:
    posko = FactType.objects.get(key="siaga.posko")
    retire(fact_type=posko, speaker=posko.owner, actor="uji", confirmed=True)
    client = writer()
    assert str(posko.pk) not in client.get(f"{PICK}daftar/", {"q": "posko"}).content.decode()
    assert client.get(f"{PICK}00000000-0000-4000-8000-000000000000/").status_code == 404
