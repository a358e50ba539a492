"""`{% photo %}`: formats, sizes, alternative text, and the room that it keeps on the page."""

import re

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from selaras.media.addresses import picture_address
from selaras.media.models import Picture
from selaras.media.tests import pictures as made


def shown(picture: Picture | None, arguments: str = '"content"', **context: object) -> str:
    template = Template("{% load photos %}{% photo picture " + arguments + " %}")
    return template.render(Context({"picture": picture, **context})).strip()


@pytest.mark.usefixtures("country")
def test_a_photo_comes_in_three_formats_and_several_widths() -> None:
    html = shown(made.picture(made.image_bytes(size=(2400, 1600))))
    assert re.findall(r'type="(image/\w+)"', html) == ["image/avif", "image/webp"]
    assert re.findall(r"\.jpg (\d+w)", html) == ["480w", "800w", "1200w"]
    assert re.findall(r"\.avif (\d+w)", html) == ["480w", "800w", "1200w"]
    assert 'width="1200" height="800"' in html
    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html
    assert 'alt="Balai kota pada pagi hari"' in html


@pytest.mark.usefixtures("country")
def test_the_first_photo_of_a_page_is_fetched_first() -> None:
    html = shown(made.picture(made.image_bytes(size=(2400, 1600))), '"hero"')
    assert 'fetchpriority="high"' in html
    assert "loading" not in html
    assert 'width="1600" height="1067"' in html


@pytest.mark.usefixtures("country")
def test_an_emblem_is_fetched_at_once_but_not_before_the_first_photo() -> None:
    html = shown(made.picture(), '"emblem"')
    assert "loading" not in html
    assert "fetchpriority" not in html


@pytest.mark.usefixtures("country")
def test_a_small_photo_is_never_enlarged() -> None:
    html = shown(made.picture(made.image_bytes(size=(500, 250))))
    assert re.findall(r"\.webp (\d+w)", html) == ["480w", "500w"]
    assert 'width="500" height="250"' in html


@pytest.mark.usefixtures("country")
def test_a_thumb_is_cut_to_its_ratio() -> None:
    html = shown(made.picture(made.image_bytes(size=(640, 640))), '"thumb"')
    assert 'width="480" height="320"' in html


@pytest.mark.usefixtures("country")
def test_a_png_keeps_a_plain_format_that_can_be_seen_through() -> None:
    html = shown(made.picture(made.image_bytes("PNG", mode="RGBA"), "logo.png"))
    assert re.search(r'src="/media/images/[0-9a-f]{12}/\d+\.width-\d+\.format-png\.png"', html)


@pytest.mark.usefixtures("country")
def test_decoration_has_an_empty_alternative_text() -> None:
    marked = made.picture(is_decorative=True)
    assert 'alt=""' in shown(Picture.objects.get(pk=marked.pk))
    described = made.picture()
    assert 'alt=""' in shown(described, '"content" decorative=True')
    assert 'alt="Kota"' in shown(marked, '"content" alt="Kota" decorative=False')


@pytest.mark.usefixtures("country")
def test_a_page_may_say_what_the_picture_means_there_and_it_is_escaped() -> None:
    html = shown(made.picture(), '"content" alt=words', words='Wali "Kota" <b>')
    assert 'alt="Wali &quot;Kota&quot; &lt;b&gt;"' in html


@pytest.mark.usefixtures("country")
def test_a_block_may_say_it_too() -> None:
    picture = made.picture()
    picture.contextual_alt_text = "Di blok ini"
    assert 'alt="Di blok ini"' in shown(picture)


def test_no_picture_is_nothing() -> None:
    assert shown(None) == ""


@pytest.mark.usefixtures("country")
def test_photos_ask_the_database_nothing() -> None:
    pictures = [made.picture() for _ in range(12)]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for picture in pictures:
            shown(picture, '"thumb"')
    assert len(asked) == 0


@pytest.mark.usefixtures("country")
def test_a_photo_for_sharing_is_a_jpeg_with_the_usual_proportions() -> None:
    picture = made.picture(made.image_bytes(size=(2400, 1600)))
    assert picture_address(picture, "share").endswith(".jpg")
    assert "fill-1200x630" in picture_address(picture, "share")


@pytest.mark.usefixtures("country")
def test_the_include_shows_the_same_and_takes_the_same_words() -> None:
    picture = made.picture()
    include = '{% include "media/picture.html" with picture=picture preset="thumb" '
    context = Context({"picture": picture})
    assert Template(include + "%}").render(context).strip() == shown(picture, '"thumb"')
    assert 'alt=""' in Template(include + "decorative=True %}").render(context)
    assert 'alt="Kota"' in Template(include + 'alt="Kota" %}').render(context)
    assert Template(include + "%}").render(Context({"picture": None})).strip() == ""
