"""Headlines in their box, in letters that the font has."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from selaras.pages.machines.share_picture import keeping
from selaras.pages.machines.share_picture.card import Card
from selaras.pages.machines.share_picture.drawing import HEADLINE, INNER, draw
from selaras.pages.machines.share_picture.fitting import fitted, one_line
from selaras.pages.machines.share_picture.letters import drawable, font
from selaras.pages.machines.tests.titles import LONG, TITLES

BOX = (INNER, HEADLINE[1] - HEADLINE[0])


@pytest.mark.parametrize("title", TITLES)
def test_every_title_stays_in_its_box(title: str) -> None:
    found = fitted(drawable(title) or "Selaras", *BOX)
    assert found.step * len(found.lines) <= BOX[1]
    assert all(font(found.size).getlength(line) <= BOX[0] + 1 for line in found.lines)


def test_a_title_of_200_letters_is_drawn_whole() -> None:
    words = LONG[:220].split()
    assert " ".join(fitted(" ".join(words), *BOX).lines).split() == words


def test_what_does_not_fit_is_cut_visibly() -> None:
    assert fitted("W " * 2000, *BOX).lines[-1].endswith("…")
    assert one_line("kata " * 100, 300, 26).endswith("…")
    assert one_line("kata", 300, 26) == "kata"


def test_letters_the_font_lacks_become_those_it_has() -> None:
    assert drawable("Résumé – ½") == "Resume - 1/2"
    assert drawable("Banjir 🎉 surut 👨‍👩‍👧") == "Banjir surut"
    assert drawable("信息") == "XinXi"
    assert drawable("ꦩꦸꦭꦸꦱ") == "mulus"
    assert drawable("🎉") == ""


def test_no_more_than_two_are_drawn_at_once(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    now, most = 0, 0

    def slow(*_: object) -> bytes:
        nonlocal now, most
        now += 1
        most = max(most, now)
        time.sleep(0.02)
        now -= 1
        return b"PNG"

    class Fake:
        def __init__(self, number: int) -> None:
            self.page = type("Page", (), {"pk": number})
            self.card = card(f"Judul {number}")

    monkeypatch.setattr(keeping, "draw", slow)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keeping.picture_file, [Fake(number) for number in range(1, 17)]))  # type: ignore[arg-type]
    assert most == 2


def card(headline: str, **more: Any) -> Card:
    given = {"kicker": "", "speaker": "Diskominfo", "region": "Kota Bandung", "day": ""}
    return Card(headline=headline, **{**given, "colour": "", "emblem": "", **more})


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_is_drawn_quickly(title: str) -> None:
    """The measured worst is 0.2 s of processor time; a loop without end would take far more."""
    draw(card("Pemanasan"), None)
    begun = time.process_time()
    draw(card(title), None)
    assert time.process_time() - begun < 1.5
