import re
from pathlib import Path

import pytest
from django.template import Context, Template
from lucide import IconDoesNotExist

from selaras.look.templatetags.icons import icon

ROOMS = Path(__file__).resolve().parents[2]
USED = re.compile(r'{%\s*icon\s+"([^"]+)"')


def test_every_icon_that_a_template_names_exists() -> None:
    names = {
        name
        for path in ROOMS.rglob("templates/**/*.html")
        for name in USED.findall(path.read_text(encoding="utf-8"))
    }
    assert names
    assert all("<svg" in icon(name) for name in names)


def test_an_icon_is_silent_and_takes_the_colour_of_its_words() -> None:
    drawn = Template('{% load icons %}{% icon "printer" %}').render(Context())
    assert 'aria-hidden="true"' in drawn
    assert 'stroke="currentColor"' in drawn
    assert "style=" not in drawn


def test_an_unknown_icon_is_an_error_and_no_hole() -> None:
    with pytest.raises(IconDoesNotExist):
        icon("tidak-ada")
