"""Weights and synonyms: who sets them, what is refused, and that they count at once."""

from collections.abc import Iterator

import pytest

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.language.searching.synonyms import Thesaurus
from selaras.ledger.models import AuditEntry, Change
from selaras.search import synonyms, tuning
from selaras.search.admin.checking import flaws, shared
from selaras.search.admin.errors import BadSynonyms, BadWeights, SynonymsGone
from selaras.search.admin.services import (
    remove_synonyms,
    reset_weights,
    restore_synonyms,
    set_weights,
    write_synonyms,
)
from selaras.search.admin.trying import Counted, tried
from selaras.search.models import SignalWeight, SynonymGroup
from selaras.search.policies import MayNotTune
from selaras.search.signals import DEFAULTS
from selaras.search.synonyms import Group, all_groups, forms_in, groups, shipped
from support.people import person

Role = Membership.Role
SHIPPED = (("ktp", "kartu tanda penduduk"), ("!bos", "bantuan operasional sekolah"))


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(synonyms, "shipped", lambda: SHIPPED)
    tuning.forget_weights()
    synonyms.forget_groups()
    yield
    tuning.forget_weights()
    synonyms.forget_groups()


@pytest.fixture
def platform(country: None) -> User:
    return person("pusat", "komdigi", Role.PLATFORM)


def group_of(form: str) -> Group:
    return next(one for one in all_groups() if form in one.forms)


def test_the_shipped_groups_are_read_and_each_can_stand() -> None:
    found = shipped()
    assert len(found) > 1000
    wrong = {one for one in found if flaws(one, ())}
    assert len(wrong) < 10


@pytest.mark.django_db
def test_weights_that_are_set_count_at_once_are_audited_and_reset(platform: User) -> None:
    assert tuning.weights() == DEFAULTS
    assert set_weights(actor=platform, weights={"title": 3.5, "body": DEFAULTS["body"]})
    assert tuning.weights() == {**DEFAULTS, "title": 3.5}
    assert Change.objects.filter(key=tuning.CHANGED).exists()
    entry = AuditEntry.objects.get(action="search.weights.set")
    assert entry.details == {
        "before": {"search.title": DEFAULTS["title"]},
        "after": {"search.title": 3.5},
    }
    assert SignalWeight.objects.get().changed_by == entry.actor
    assert not set_weights(actor=platform, weights={"title": 3.5})
    assert reset_weights(actor=platform)
    assert not reset_weights(actor=platform)
    assert tuning.weights() == DEFAULTS
    assert not SignalWeight.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("value", [-0.1, 1e6, float("nan"), float("inf")])
def test_a_weight_out_of_its_bounds_is_told_and_nothing_is_written(
    platform: User, value: float
) -> None:
    with pytest.raises(BadWeights) as refused:
        set_weights(actor=platform, weights={"body": 2.0, "title": value, "x": 1.0})
    assert refused.value.flaws.keys() == {"title", "x"}
    assert "dari 0 sampai" in refused.value.flaws["title"]
    assert not SignalWeight.objects.exists()


@pytest.mark.django_db
def test_only_the_platform_sets_anything(country: None) -> None:
    other = person("lain", "komdigi", *(set(Role) - {Role.PLATFORM}))
    with pytest.raises(MayNotTune):
        set_weights(actor=other, weights={"title": 1.0})
    with pytest.raises(MayNotTune):
        write_synonyms(actor=other, forms=("abc", "abjad"))
    with pytest.raises(MayNotTune):
        remove_synonyms(actor=other, group=group_of("ktp"))
    with pytest.raises(MayNotTune):
        restore_synonyms(actor=other, group=group_of("ktp"))


@pytest.mark.django_db
def test_groups_are_added_changed_switched_off_and_restored(platform: User) -> None:
    assert groups() == SHIPPED
    own = ("umr", "upah minimum")
    assert write_synonyms(actor=platform, forms=own)
    assert groups() == (*SHIPPED, own)
    longer = ("ktp", "e-ktp", "kartu tanda penduduk")
    assert write_synonyms(actor=platform, forms=longer, group=group_of("ktp"))
    assert groups() == (longer, SHIPPED[1], own)
    assert not write_synonyms(actor=platform, forms=longer, group=group_of("ktp"))
    assert remove_synonyms(actor=platform, group=group_of("!bos"))
    assert groups() == (longer, own)
    assert not remove_synonyms(actor=platform, group=group_of("!bos"))
    for form in ("ktp", "!bos"):
        assert restore_synonyms(actor=platform, group=group_of(form))
    gone = group_of("umr")
    assert remove_synonyms(actor=platform, group=gone)
    assert groups() == SHIPPED
    assert not SynonymGroup.objects.exists()
    with pytest.raises(SynonymsGone):
        remove_synonyms(actor=platform, group=gone)
    told = AuditEntry.objects.filter(object_kind="search.synonyms").order_by("number")
    assert told[1].details == {
        "before": "ktp = kartu tanda penduduk",
        "after": "ktp = e-ktp = kartu tanda penduduk",
    }
    assert told.count() == 6


@pytest.mark.django_db
def test_what_stood_in_place_of_a_line_that_is_shipped_no_more_stays(
    platform: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_synonyms(actor=platform, forms=("ktp", "e-ktp"), group=group_of("ktp"))
    remove_synonyms(actor=platform, group=group_of("!bos"))
    monkeypatch.setattr(synonyms, "shipped", lambda: (("umr", "upah minimum"),))
    synonyms.forget_groups()
    assert groups() == (("umr", "upah minimum"), ("ktp", "e-ktp"))
    assert remove_synonyms(actor=platform, group=group_of("ktp"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("satu saja", "sedikitnya dua"),
        ("umr =  = UMR", "terbaca sama"),
        ("umr = di dalam yang", "hampir setiap teks"),
        ("umr = a", "kurang dari 2 huruf"),
        (f"umr = {'x' * 101}", "panjangnya 101"),
        ("umr = u*r", "tidak dapat dicari: *"),
        (" = ".join(f"kata{number}" for number in range(13)), "paling banyak 12"),
        ("kartu tanda penduduk = KTP", "sudah ada dalam"),
    ],
)
def test_words_that_cannot_stand_for_each_other_are_told(
    platform: User, written: str, told: str
) -> None:
    with pytest.raises(BadSynonyms) as refused:
        write_synonyms(actor=platform, forms=forms_in(written))
    assert told in str(refused.value)
    assert groups() == SHIPPED


def test_a_form_of_two_groups_is_worth_knowing() -> None:
    others = [Group(SHIPPED[0], "x", None)]
    assert '"KTP" juga ada dalam' in shared(("KTP", "kursi tamu"), others)[0]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("cara buat KTP di bandung", [("KTP", ("kartu tanda penduduk",))]),
        ("Kartu Tanda Penduduk hilang", [("Kartu Tanda Penduduk", ("ktp",))]),
        ("dana BOS 2026", [("BOS", ("bantuan operasional sekolah",))]),
        ("bos saya", []),
        ("bantuan operasional sekolah", [("bantuan operasional sekolah", ("BOS",))]),
        ("", []),
    ],
)
def test_what_a_question_becomes(question: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    shown = tried(question, Thesaurus(SHIPPED), SHIPPED)
    assert [tuple(one) for one in shown.meanings] == found


def test_words_that_count_are_told_with_their_stems_and_the_others_apart() -> None:
    shown = tried("Bagaimana pendaftaran KTP?", Thesaurus(SHIPPED), SHIPPED)
    assert shown.words == [Counted("pendaftaran", "daftar"), Counted("KTP", "")]
    assert shown.left_out == ["Bagaimana"]
