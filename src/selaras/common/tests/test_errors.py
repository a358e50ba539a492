"""Everything that is refused says what is wrong, where, and what to do about it."""

from selaras.common.errors import Flaw, Flawed, Refused


def test_a_refusal_tells_its_problem_and_its_remedy() -> None:
    refusal = Refused("Tidak bisa.", "Coba lain.")
    assert (refusal.problem, refusal.remedy) == ("Tidak bisa.", "Coba lain.")
    assert str(refusal) == "Tidak bisa. Coba lain."
    assert str(Refused("Tidak bisa.")) == "Tidak bisa."


def test_a_refusal_is_permanent_unless_its_class_says_otherwise() -> None:
    class Busy(Refused):
        permanent = False

    assert Refused("Tidak bisa.").permanent is True
    assert Busy("Sedang penuh.").permanent is False


def test_a_flaw_names_its_line() -> None:
    assert str(Flaw(3, "x", "Salah.", "Perbaiki.")) == "Baris 3: Salah. Perbaiki."
    assert str(Flaw(3, "x", "Salah.", "")) == "Baris 3: Salah."


def test_a_flaw_of_the_whole_text_names_no_line() -> None:
    assert str(Flaw(0, "", "Kosong.", "Tulis sesuatu.")) == "Kosong. Tulis sesuatu."


def test_a_flawed_text_tells_all_flaws_by_line() -> None:
    flaws = [Flaw(9, "b", "B.", ""), Flaw(2, "a", "A.", "Perbaiki.")]
    refusal = Flawed("Belum benar.", flaws)
    assert isinstance(refusal, Refused)
    assert [flaw.line for flaw in refusal.flaws] == [2, 9]
    assert refusal.remedy == "Baris 2: A. Perbaiki.\nBaris 9: B."
    assert [flaw.line for flaw in flaws] == [9, 2]
