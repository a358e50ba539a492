"""The screens of the search: who sees what, nothing of few, and that nothing typed is lost."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from selaras.institutions.models import Institution
from selaras.ledger.models import AuditEntry
from selaras.search import synonyms, tuning
from selaras.search.admin.explaining import LABELS, explained
from selaras.search.admin.rounding import rounded, share
from selaras.search.admin.screens.signals import number
from selaras.search.admin.tests.asking import (
    ASKED,
    HERE,
    SIGNALS,
    SYNONYMS,
    Role,
    asked,
    somebody,
)
from selaras.search.entries import Kind
from selaras.search.found import Found, Marked, Result, Scored
from selaras.search.signals import DEFAULTS
from selaras.search.synonyms import groups, shipped
from selaras.textindex.errors import Unavailable

FILES = f"{ASKED}ekspor/"
FIND = "selaras.search.admin.screens.explaining.find"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    tuning.forget_weights()
    synonyms.forget_groups()
    yield
    tuning.forget_weights()
    synonyms.forget_groups()


def result(title: str, parts: dict[str, float]) -> Result:
    return Result(
        key=f"page:{title}", kind=Kind.NEWS, title=Marked(title), excerpt=Marked(""), url="/",
        institution="komdigi", institution_name="Komdigi", region="00", region_name="Indonesia",
        dated=None, superseded=False, owner=False, copies=0,
        scored=Scored(sum(parts.values()), parts),
    )  # fmt: skip


@pytest.mark.django_db
def test_only_what_enough_people_asked_is_listed_and_filed(country: None) -> None:
    asked("cara buat ktp", 1234, found_none=300, answered=617, picked_first=200, picked_later=100)
    asked("rahasia tetangga", 5000, askers=9)
    asked("jadwal vaksin", 40, province="32")
    asked("banjir lama", 40, ago=40)
    asked("=HYPERLINK", 30)
    client = somebody(Role.PLATFORM)
    shown = client.get(ASKED).content.decode()
    assert "cara buat ktp" in shown
    assert "1.200" in shown
    assert "25%" in shown
    for hidden in ("rahasia", "vaksin", "banjir lama", "1.234"):
        assert hidden not in shown
    assert "jadwal vaksin" in client.get(f"{ASKED}?provinsi=32").content.decode()
    assert "banjir lama" in client.get(f"{ASKED}?hari=90").content.decode()
    without = client.get(f"{ASKED}?yang=tanpa-hasil").content.decode()
    assert "cara buat ktp" in without
    assert "HYPERLINK" not in without
    assert "Jawa Barat" in without
    assert client.get(FILES).status_code == 405
    lines = b"".join(client.post(FILES, {"hari": "7"})).decode().splitlines()
    assert lines[1].startswith("cara buat ktp;00;")
    assert lines[1].endswith(";1200;50;25;25;65")
    assert lines[2].startswith("'=HYPERLINK")
    assert len(lines) == 3
    entry = AuditEntry.objects.get(action="search.asked.export")
    assert entry.details == {"filters": {"hari": "7"}, "lines": 2}


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["hari=x&provinsi=;--&yang=x&p=99999999999", "provinsi=٣٢&p=-1"])
def test_filters_that_make_no_sense_filter_nothing(country: None, given: str) -> None:
    asked("cara buat ktp")
    shown = somebody(Role.PLATFORM).get(f"{ASKED}?{given}")
    assert "cara buat ktp" in shown.content.decode()


@pytest.mark.django_db
def test_a_ministry_sees_what_is_asked_and_an_office_only_why(country: None) -> None:
    ministry, office = somebody(Role.WRITER), somebody(*set(Role) - {Role.PLATFORM}, at="bali")
    assert [ministry.get(path).status_code for path in (HERE, ASKED)] == [200, 200]
    assert office.get(HERE).status_code == 200
    assert [office.get(path).status_code for path in (ASKED, SIGNALS, SYNONYMS)] == [403] * 3
    assert office.post(FILES).status_code == 403
    assert ministry.get(SIGNALS).status_code == 403
    tabs = office.get(HERE).content.decode()
    assert SIGNALS not in tabs
    assert Institution.objects.get(slug="komdigi").region_id == "00"


@pytest.mark.django_db
def test_weights_are_set_with_a_comma_and_what_is_refused_stays_typed(country: None) -> None:
    client = somebody(Role.PLATFORM)
    typed: dict[str, Any] = {name: str(value).replace(".", ",") for name, value in DEFAULTS.items()}
    assert f'value="{number(DEFAULTS["clicks"])}"' in client.get(SIGNALS).content.decode()
    refused = client.post(SIGNALS, typed | {"title": "99", "body": "abc", "owner": ""})
    shown = refused.content.decode()
    assert 'value="99"' in shown
    assert "Tulis angka, misalnya" in shown
    assert "0 berarti tidak dipakai" in shown
    assert tuning.weights() == DEFAULTS
    assert "dari 0 sampai" in client.post(SIGNALS, typed | {"title": "99"}).content.decode()
    assert client.post(SIGNALS, typed | {"title": "2,75"}).status_code == 302
    assert tuning.weights() == {**DEFAULTS, "title": 2.75}
    assert "selaras search evaluate" in client.get(SIGNALS).content.decode()
    client.post(SIGNALS, {"pulihkan": "1"})
    assert tuning.weights() == DEFAULTS


@pytest.mark.django_db
def test_synonyms_are_found_tried_changed_and_switched_off(country: None) -> None:
    client = somebody(Role.PLATFORM)
    assert "Tidak ada padanan" in client.get(f"{SYNONYMS}?q=zzzz").content.decode()
    tried = client.get(f"{SYNONYMS}?coba=cara+urus+KPK").content.decode()
    assert "komisi pemberantasan korupsi" in tried
    refused = client.post(f"{SYNONYMS}baru/", {"padanan": "satu * saja"}).content.decode()
    assert "sedikitnya dua" in refused
    assert "satu * saja" in refused
    made = client.post(f"{SYNONYMS}baru/", {"padanan": "zzz =  zona  zeta zonk"}, follow=True)
    assert "zona zeta zonk" in made.content.decode()
    assert ("zzz", "zona zeta zonk") in groups()
    (line,) = client.get(f"{SYNONYMS}?keadaan=sendiri").context["lines"]
    client.post(f"{SYNONYMS}{line.key}/", {"padanan": "zzz = zona zeta"})
    assert ("zzz", "zona zeta") in groups()
    client.post(f"{SYNONYMS}{line.key}/", {"hapus": "1"})
    assert groups() == shipped()
    assert client.get(f"{SYNONYMS}{line.key}/").status_code == 404
    first = client.get(SYNONYMS).context["lines"][0].key
    client.post(f"{SYNONYMS}{first}/", {"hapus": "1"})
    assert groups() == shipped()[1:]
    assert "dimatikan" in client.get(f"{SYNONYMS}?keadaan=mati").content.decode()
    client.post(f"{SYNONYMS}{first}/", {"pulihkan": "1"})
    assert groups() == shipped()


def test_a_score_is_explained_by_its_parts_and_by_what_it_lacks() -> None:
    first = result("satu", {"title": 4.0, "owner": 0.25, "body": 0.0})
    second = result("dua", {"title": 1.0, "owner": 0.25, "superseded": -0.5, "asing": 2.0})
    one, other = explained([first, second], 11)
    assert (one.place, one.below) == (11, "")
    assert [(part.label, part.width) for part in one.parts] == [
        (LABELS["title"], 100.0),
        (LABELS["owner"], 6.2),
    ]
    assert (
        other.below
        == f"Di bawah nomor 11 terutama karena {LABELS['title'].lower()}: lebih kecil 3,000."
    )
    assert [part.label for part in other.parts if part.less] == [LABELS["superseded"]]
    assert explained([]) == []


def found_for(title: str) -> Found:
    return Found([result(title, {"title": 1.5}), result("dua", {"body": 1.0})], 2, 1, 1)


@pytest.mark.django_db
def test_any_question_is_explained_from_any_place(
    country: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[Any] = []

    def find(question: Any) -> Found:
        asked_for.append(question)
        return found_for("<b>Satu</b>")

    monkeypatch.setattr(FIND, find)
    client = somebody(Role.WRITER, at="bali")
    shown = client.get(f"{HERE}?q=ppkm&wilayah=Kota+Bandung").content.decode()
    assert (asked_for[0].text, asked_for[0].region) == ("ppkm", "32.73")
    client.get(f"{HERE}?q=ppkm&wilayah=+")
    assert asked_for.pop().region == "00"
    assert "&lt;b&gt;Satu" in shown
    assert "+1,500" in shown
    assert "Di bawah nomor 1 terutama karena" in shown
    for wrong in ("q=ppkm&wilayah=Atlantis", "q=", f"q={'x' * 300}", "q=ppkm&p=0", "q=?"):
        assert client.get(f"{HERE}?{wrong}").status_code == 200
    assert len(asked_for) == 1
    with patch(FIND, side_effect=Unavailable("down")):
        assert "tidak menjawab" in client.get(f"{HERE}?q=ppkm").content.decode()


@pytest.mark.parametrize(
    ("number", "told"), [(0, 0), (9, 5), (14, 10), (99, 95), (100, 100), (1234, 1200)]
)
def test_counts_are_rounded_down(number: int, told: int) -> None:
    assert rounded(number) == told
    assert share(1, 0) == 0
    assert share(9, 3) == 100
