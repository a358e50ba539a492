"""A backfill file is read as documented; any flaw is told with its line, and nothing written."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from selaras.common.errors import Flaw, Flawed, Refused
from selaras.facts.backfill_file import COLUMNS, LONGEST_SOURCE, backfill_file
from selaras.facts.cli import facts
from selaras.facts.errors import NotBackfillable
from selaras.facts.models import FactVersion
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import BANDUNG, Clock, ask, utc
from selaras.ledger.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics", "clock")]

PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "backfill-format.md"
HEADER = ",".join(COLUMNS)
GOOD = "ppkm.level,Kota Bandung,3,2021-09-21,2021-10-04,2021-09-20,Inmendagri 43/2021,"
NOON = utc("2021-09-25T05:00")


def load(*lines: str) -> int:
    return backfill_file("\n".join([HEADER, *lines]) + "\n", actor="uji")


def flaws(*lines: str) -> list[Flaw]:
    """The flaws of a file, after which nothing may be there."""
    before = FactVersion.objects.count(), AuditEntry.objects.count()
    with pytest.raises(Flawed) as refusal:
        load(*lines)
    assert (FactVersion.objects.count(), AuditEntry.objects.count()) == before
    return refusal.value.flaws


def test_the_documented_example_is_read() -> None:
    example = re.findall(r"^```csv\n(.*?)^```", PAGE.read_text("utf-8"), re.S | re.M)
    assert [backfill_file(text, actor="uji") for text in example] == [2]
    level = fact_type("ppkm.level")
    assert ask(level, BANDUNG, NOON, utc("2021-09-19T17:00")) == "3"
    assert ask(level, BANDUNG, NOON, utc("2021-09-19T16:59")) is None
    assert ask(level, "32.04", utc("2021-10-04T16:59")) == "3"
    assert ask(level, "32.04", utc("2021-10-04T17:00")) is None


def test_every_column_is_documented_and_no_other() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.M) == COLUMNS
    assert f"at most {LONGEST_SOURCE} characters" in PAGE.read_text("utf-8")
    assert FactVersion._meta.get_field("source").max_length == LONGEST_SOURCE


def test_lines_may_stand_in_any_order() -> None:
    later = "ppkm.level,Kota Bandung,2,2021-10-05,,2021-10-04,Inmendagri 47/2021,"
    earlier = GOOD.replace("2021-10-04", "")
    assert load(later, earlier) == 2
    level = fact_type("ppkm.level")
    assert ask(level, BANDUNG, utc("2021-10-10T00:00")) == "2"
    assert ask(level, BANDUNG, utc("2021-10-10T00:00"), utc("2021-10-01T00:00")) == "3"


def test_one_act_is_one_audit_entry() -> None:
    other = GOOD.replace("Kota Bandung", "Kab. Bandung")
    load(GOOD, other, "ppkm.level,Denpasar,3,2021-09-21,,2021-09-20,Inmendagri 44/2021,")
    assert AuditEntry.objects.filter(action="facts.backfill").count() == 2


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_marks_and_line_ends_of_spreadsheets_are_accepted(mark: str, end: str) -> None:
    assert backfill_file(mark + end.join([HEADER, GOOD, ""]), actor="uji") == 1


@pytest.mark.parametrize(
    "header", ["", "type,region,value", HEADER.upper(), HEADER.replace(",", ";"), HEADER + ",x"]
)
def test_a_wrong_header_is_told_as_the_first_line(header: str) -> None:
    with pytest.raises(Flawed) as refusal:
        backfill_file(f"{header}\n{GOOD}\n", actor="uji")
    assert [flaw.line for flaw in refusal.value.flaws] == [1]
    assert HEADER in refusal.value.remedy


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (GOOD.replace("Kota Bandung", "Kota Bandong"), "tidak dikenal"),
        (GOOD.replace("Kota Bandung", ""), "belum diisi"),
        (GOOD.replace("Kota Bandung", "Jogja"), "tidak jelas"),
        (GOOD.replace("Kota Bandung", "Jawa Barat"), "tidak ditetapkan untuk"),
        (GOOD.replace("ppkm.level", "ppkm.tingkat"), "Tidak ada jenis fakta"),
        (GOOD.replace(",3,", ",7,"), "bukan pilihan"),
        (GOOD.replace("2021-09-21", "2021-09-31"), "tidak ada"),
        (GOOD.replace("2021-09-21", ""), "kosong"),
        (GOOD.replace("2021-10-04", "2021-09-20"), "sebelum dimulai"),
        (GOOD.replace("2021-10-04", "9999-12-31"), "tidak dapat dicatat"),
        (GOOD.replace("2021-09-20", "kemarin"), "tidak dapat dibaca"),
        (GOOD.replace("Inmendagri 43/2021", ""), "Sumbernya kosong"),
        (GOOD.replace("Inmendagri", "I" * 300), "lebih dari 300"),
        (GOOD + "bukan-alamat", "bukan alamat situs"),
        (GOOD.replace("Inmendagri 43/2021", "Inmendagri 43, tahun 2021"), "kelebihan kolom"),
        ("ppkm.level,Kota Bandung,3,2021-09-21,2021-1", "terpotong"),
        ("ppkm.level", "terpotong"),
    ],
)
def test_a_flaw_is_told_with_its_line_and_nothing_is_written(line: str, problem: str) -> None:
    found = flaws(GOOD.replace("Kota Bandung", "32.04"), line)
    assert [flaw.line for flaw in found] == [3]
    assert problem in found[0].problem
    assert str(found[0]).startswith("Baris 3: ")


def test_all_flaws_are_told_at_once() -> None:
    bad = GOOD.replace(",3,", ",7,")
    assert [flaw.line for flaw in flaws(GOOD, bad, "", bad, "ppkm.level")] == [3, 5, 6]


def test_a_refusal_of_a_later_act_undoes_the_earlier_ones() -> None:
    clash = "ppkm.level,Kota Bandung,2,2021-09-25,,2021-09-20,Inmendagri 44/2021,"
    with pytest.raises(NotBackfillable):
        load(GOOD, clash)
    assert FactVersion.objects.count() == 0


def test_loading_a_file_again_is_refused_and_changes_nothing() -> None:
    load(GOOD)
    with pytest.raises(NotBackfillable):
        load(GOOD)
    assert FactVersion.objects.count() == 1


def test_a_recording_day_that_has_not_come_is_refused(clock: Clock) -> None:
    tomorrow = f"{clock.now.date().replace(year=2027).isoformat()}"
    with pytest.raises(NotBackfillable):
        load(GOOD.replace("2021-09-20", tomorrow))


def test_the_command_reads_a_file_and_says_how_many(tmp_path: Path) -> None:
    file = tmp_path / "ppkm.csv"
    file.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8-sig")
    done = CliRunner().invoke(facts, ["backfill", str(file)], catch_exceptions=False)
    assert done.output.splitlines()[-1] == "1"
    assert AuditEntry.objects.get(action="facts.backfill").actor == "perintah"


def test_the_command_refuses_what_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "ppkm.csv"
    file.write_bytes(f"{HEADER}\n{GOOD} café\n".encode("latin-1"))
    with pytest.raises(Refused, match="UTF-8"):
        CliRunner().invoke(facts, ["backfill", str(file)], catch_exceptions=False)
