"""`selaras search`: a query, or one of its commands."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner, Result

from selaras.facts.models import FactType, FactVersion
from selaras.facts.results import Outcome, Resolved, State
from selaras.institutions.models import Region
from selaras.language.gazetteer import AmbiguousPlace
from selaras.search import cli, found
from selaras.search.asking import Question
from selaras.search.entries import Kind

_DAY = datetime(2021, 9, 21, 12, tzinfo=UTC)


def _made() -> found.Found:
    region = Region(code="32.73", name="Bandung")
    level = FactType(key="ppkm.level")
    version = FactVersion(region_id="32.73")
    resolved = Resolved(level, region, version, 3, _DAY, _DAY, _DAY)
    answer = found.Answer(
        outcome=Outcome(State.ENDED, level, region, resolved),
        label="Level PPKM",
        value="Level 3",
        region="32.73",
        region_name="Kota Bandung",
        since=_DAY,
        until=_DAY,
        validity="Berlaku sampai 4 Oktober 2021.",
        ended=True,
        source="Inmendagri 43/2021",
        source_url="https://sumber.contoh/43",
        owner="Kementerian Dalam Negeri",
        changed="Diubah 21 September 2021.",
        page_url="https://contoh/fakta",
        demonstration=False,
        tone=None,
    )
    result = found.Result(
        key="page:1",
        kind=Kind.NEWS,
        title=found.Marked("Level\x1b[31m PPKM", ((0, 5),)),
        excerpt=found.Marked("Isinya."),
        url="https://contoh/1",
        institution="kota-bandung",
        institution_name="Pemerintah Kota Bandung",
        region="32.73",
        region_name="Kota Bandung",
        dated=_DAY,
        superseded=True,
        owner=False,
        copies=412,
        scored=found.Scored(1.5, {"body": 2.0, "superseded": -0.5}),
    )
    notice = found.Notice(
        Kind.EMERGENCY, "Gempa", "Jauhi pantai.", "https://contoh/g", "BMKG", None
    )
    return found.Found(
        results=[result],
        total=11,
        page=2,
        pages=2,
        answers=[answer],
        notices=[notice],
        corrected=found.Corrected("bandng", "bandung", asked=False),
        unsaid=("xyzzy",),
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    questions: list[Question] = []

    def find(question: Question) -> found.Found:
        questions.append(question)
        return _made()

    monkeypatch.setattr(cli, "find", find)
    return questions


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.search, arguments, catch_exceptions=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "typed", "region"),
    [
        (("ppkm bandng",), "ppkm bandng", "00"),
        (("ppkm", "bandng", "--region", "32.73"), "ppkm bandng", "32.73"),
        (("--region", "Kota Bandung", "ppkm"), "ppkm", "32.73"),
        (("--", "check"), "check", "00"),
        (("--", "--json", "-h"), "--json -h", "00"),
    ],
)
def test_what_is_no_command_is_a_query(
    asked: list[Question], arguments: Sequence[str], typed: str, region: str
) -> None:
    assert _run(*arguments).exit_code == 0
    assert [(one.typed, one.region) for one in asked] == [(typed, region)]


@pytest.mark.django_db
def test_filters_are_part_of_the_question(asked: list[Question]) -> None:
    _run("ppkm", "--in", "Jawa Barat", "--kind", "berita", "--since", "2021-09-21", "--as-typed",
         "--page", "3", "--institution", "bnpb")  # fmt: skip
    filters = asked[0].filters
    assert (filters.region, filters.kinds, filters.institution) == ("32", {Kind.NEWS}, "bnpb")
    assert (str(filters.since), filters.until) == ("2021-09-21", None)
    assert (asked[0].page, asked[0].corrected) == (3, False)


@pytest.mark.django_db
def test_json_has_the_answer_with_validity_and_source_and_each_results_score(
    asked: list[Question],
) -> None:
    told = json.loads(_run("ppkm bandng", "--region", "32.73", "--json", "--explain").stdout)
    answer = told["answers"][0]
    assert (answer["type"], answer["state"], answer["ended"]) == ("ppkm.level", "ended", True)
    assert (answer["value"], answer["source"]) == ("Level 3", "Inmendagri 43/2021")
    assert (answer["stated_for"], answer["valid_to"]) == ("32.73", _DAY.isoformat())
    assert told["corrected"] == {"typed": "bandng", "read": "bandung", "asked": False}
    assert told["unsaid"] == ["xyzzy"]
    assert told["notices"][0]["kind"] == "darurat"
    result = told["results"][0]
    assert (result["title_marks"], result["score"]) == ([[0, 5]], 1.5)
    assert result["parts"] == {"body": 2.0, "superseded": -0.5}


@pytest.mark.django_db
def test_the_text_says_what_a_reader_needs_and_steers_no_terminal(asked: list[Question]) -> None:
    told = _run("ppkm bandng", "--explain").stdout
    assert "\x1b" not in told
    expected = (
        "Gempa",
        "Level PPKM, Kota Bandung: Level 3 (berakhir)",
        "Sumber: Inmendagri 43/2021 · https://sumber.contoh/43",
        "Dicari: “bandung”",
        "Tidak ada halaman yang memuat kata xyzzy.",
        "11 hasil, halaman 2 dari 2",
        "11. Level",
        "Pemerintah Kota Bandung · 21 September 2021 · berita · telah digantikan",
        "412 instansi lain",
        "1.500 = +2.000 body -0.500 superseded",
    )
    places = [told.index(one) for one in expected]
    assert places == sorted(places)


@pytest.mark.django_db
def test_a_place_that_means_several_and_an_institution_that_is_none_are_refused(
    asked: list[Question],
) -> None:
    with pytest.raises(AmbiguousPlace):
        _run("ppkm", "--region", "Bandung")
    assert 'Tidak ada instansi "tiada"' in _run("ppkm", "--institution", "tiada").stderr
    assert "paling sedikit 2" in _run("!").stderr
    assert asked == []


@pytest.mark.parametrize("command", ["evaluate", "keep", "reindex", "check"])
def test_the_name_of_a_command_is_no_query(asked: list[Question], command: str) -> None:
    assert f"search {command}" in _run(command, "--help").stdout
    assert asked == []
