"""What the documentation shows of the API is what it answers."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from selaras.announcements.tests.telling import tell
from selaras.portal.api.description import description
from selaras.portal.api.tests.asking import ask

PAGE = Path(settings.SOURCE).parents[1] / "docs" / "reference" / "api.md"
BLOCK = re.compile(r"```(http|json)\n(.*?)```", re.DOTALL)


def lacking(shown: Any, told: Any, where: str = "") -> list[str]:
    """The names in what is shown that are not in what is told, or are of another type."""
    if isinstance(shown, dict) and isinstance(told, dict):
        wrong = [f"{where}/{name}" for name in shown.keys() - told.keys()]
        known = shown.keys() & told.keys()
        return wrong + [one for name in known for one in lacking(shown[name], told[name], name)]
    if isinstance(shown, list) and isinstance(told, list):
        return [one for part in shown for one in lacking(part, told[0], where)]
    return [] if type(shown) is type(told) else [where]


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
def test_every_request_is_answered_and_every_answer_shown_is_like_it() -> None:
    tell({"Kota Bandung": "merah"}, start="2026-11-01")
    asked, compared = 0, 0
    answer: Any = None
    for kind, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "json":
            assert lacking(json.loads(text), answer.json()) == []
            compared += 1
            continue
        for line in text.splitlines():
            answer = ask(line.removeprefix("GET "))
            assert answer.status_code == 200, line
            asked += 1
    assert (asked, compared) == (8, 3)


def test_every_address_of_the_api_is_in_the_table() -> None:
    shown = set(re.findall(r"^\| `(/api/v1\S+)`", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert shown == {path for path in description()["paths"] if path.startswith("/api/v1/")}
