"""The contract of the named slots: who may fill them, and what is done with what they give."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from selaras.institutions.models import Region
from selaras.portal import slots
from selaras.portal.slots import filled, register

asked: list[Region | None] = []


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "_providers", {})
    asked.clear()


def saying(words: str | None) -> slots.Provider:
    def provider(request: HttpRequest, region: Region | None) -> str | None:
        asked.append(region)
        return words

    return provider


def request() -> HttpRequest:
    return RequestFactory().get("/")


def test_slots_without_a_provider_render_nothing() -> None:
    assert filled(request()) == []


def test_slots_stand_in_their_order_whoever_came_first() -> None:
    register("relays", saying("penyebar"))
    register("hoaxes", saying("hoaks"))
    assert filled(request()) == ["hoaks", "penyebar"]


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_provider_with_nothing_to_say_leaves_no_trace(nothing: str | None) -> None:
    register("hoaxes", saying(nothing))
    assert filled(request()) == []


def test_a_provider_is_told_which_region_the_page_is_about() -> None:
    bandung = Region(code="32.73", name="Kota Bandung")
    register("channels", saying("kanal"))
    filled(request(), bandung)
    filled(request())
    assert asked == [bandung, None]


def test_only_safe_html_is_html() -> None:
    register("hoaxes", saying("<b>"))
    register("relays", saying(mark_safe("<section></section>")))
    assert filled(request()) == ["&lt;b&gt;", "<section></section>"]


def test_an_unknown_slot_and_a_second_provider_are_mistakes() -> None:
    provider = saying("hoaks")
    register("hoaxes", provider)
    register("hoaxes", provider)
    with pytest.raises(ValueError, match="filled already"):
        register("hoaxes", saying("lain"))
    with pytest.raises(ValueError, match="no slot 'cuaca'"):
        register("cuaca", provider)
