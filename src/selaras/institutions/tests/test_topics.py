"""A topic has exactly one speaker, at any time."""

import json

import pytest
from click.testing import CliRunner

from selaras.institutions.models import Institution, Topic
from selaras.institutions.policies import MayNotSpeak, require_owner
from selaras.institutions.topics import BadTopic, hand_over, open_topic
from selaras.institutions.topics_cli import topics
from selaras.ledger.models import AuditEntry

pytestmark = pytest.mark.django_db


def of(slug: str) -> Institution:
    return Institution.objects.get(slug=slug)


def opened(owner: str = "bnpb") -> Topic:
    return open_topic(key="uji-gempa", label="Uji  gempa", owner=of(owner), actor="uji")


def test_a_topic_is_opened_once_for_one_owner() -> None:
    first = opened()
    assert (first.label, first.owner.slug, first.demonstration) == ("Uji gempa", "bnpb", False)
    assert opened() == first
    with pytest.raises(BadTopic, match="satu topik satu juru bicara"):
        opened("komdigi")
    assert Topic.objects.filter(key="uji-gempa").count() == 1


@pytest.mark.parametrize("key", ["", "Uji Gempa", "UJI", "a" * 101, "uji/gempa"])
def test_a_key_that_cannot_stand_in_an_address_is_refused(key: str) -> None:
    with pytest.raises(BadTopic):
        open_topic(key=key, label="Uji", owner=of("bnpb"), actor="uji")


def test_handing_over_changes_who_speaks_and_says_why() -> None:
    topic = opened()
    hand_over(topic=topic, to=of("komdigi"), reason="Perpres baru", actor="uji")
    topic.refresh_from_db()
    require_owner(topic=topic, speaker=of("komdigi"))
    with pytest.raises(MayNotSpeak):
        require_owner(topic=topic, speaker=of("bnpb"))
    entry = AuditEntry.objects.get(action="topics.hand_over")
    assert (entry.reason, entry.details["before"]) == ("Perpres baru", "bnpb")
    for reason, to in ((" ", "bnpb"), ("Lagi", "komdigi")):
        with pytest.raises(BadTopic):
            hand_over(topic=topic, to=of(to), reason=reason, actor="uji")


def test_the_commands_say_what_is_wrong() -> None:
    def run(*arguments: str) -> str:
        return CliRunner().invoke(topics, arguments).output

    made = run("add", "uji-banjir", "--label", "Uji banjir", "--owner", "bnpb")
    assert made.startswith("uji-banjir: ")
    assert "Tidak ada instansi" in run("add", "x", "--label", "X", "--owner", "tidak-ada")
    assert "Tidak ada topik" in run("hand-over", "y", "--to", "bnpb", "--reason", "Uji")
    assert run("hand-over", "uji-banjir", "--to", "komdigi", "--reason", "Uji") == (
        "uji-banjir: komdigi\n"
    )
    listed = [json.loads(line) for line in run("list", "--json").splitlines()]
    assert {"key": "uji-banjir", "label": "Uji banjir", "owner": "komdigi"} in listed
    assert "uji-banjir  Uji banjir  komdigi" in run("list")
