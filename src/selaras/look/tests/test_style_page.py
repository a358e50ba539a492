"""The style page is the real thing: real sheets, real templates, in both languages."""

import re
from pathlib import Path

import pytest
from django.test import Client

from selaras.look.style.samples import Sample, all_samples
from selaras.media.models import Picture

ROOMS = Path(__file__).resolve().parents[2]
# Variants of what is shown, and the map that needs an operator's own outlines.
VARIANTS = {"long", "part-place"}
UNSHOWN = {"shape_map.html"}
CLASSES = re.compile(r'class="([^"]*)"')


@pytest.fixture
def picture(country: None) -> None:
    """A row is enough: nothing opens its file."""
    Picture.objects.bulk_create(
        [Picture(title="Contoh", file="original_images/contoh.jpg", width=1200, height=800,
                 file_hash="0" * 40, credit="Nama", description="Pemandangan")]
    )  # fmt: skip


def page(path: str = "/gaya/", host: str = "localhost") -> str:
    response = Client().get(path, headers={"host": host})
    assert response.status_code == 200
    return response.content.decode()


def classes(html: str) -> set[str]:
    """Class names; what a template puts together from parts is left out."""
    plain = re.sub(r"{[%{].*?[%}]}", " ", html)
    return {name for value in CLASSES.findall(plain) for name in value.split()}


def test_it_stands_on_the_portal_and_is_for_no_search_engine(country: None) -> None:
    assert '<meta name="robots" content="noindex">' in page()
    elsewhere = Client().get("/gaya/", headers={"host": "kota-bandung.localhost"})
    assert elsewhere.status_code == 404


def test_it_speaks_english_at_its_english_address(country: None) -> None:
    assert '<html lang="en"' in page("/en/gaya/")


def test_every_colour_has_its_measured_contrast(country: None) -> None:
    html = page()
    assert "tidak terpenuhi" not in html
    assert html.count("terpenuhi") > 20


def test_no_id_stands_twice(picture: None) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page())
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.key)
def test_every_sample_is_shown(picture: None, sample: Sample) -> None:
    assert f'id="contoh-{sample.key}"' in page()


def test_every_component_of_a_page_is_on_it(picture: None) -> None:
    """A component is a class in a template that is included; whole pages are not samples."""
    shown = classes(page())
    missing = {
        f"{path.name}: {name}"
        for folder in ("pages", "pages/blocks", "look", "announcements", "embeds")
        for path in ROOMS.glob(f"{folder.split('/')[0]}/templates/{folder}/*.html")
        if path.name not in UNSHOWN and "{% extends" not in path.read_text(encoding="utf-8")
        for name in classes(path.read_text(encoding="utf-8"))
        if name not in shown | VARIANTS
    }
    assert missing == set()
