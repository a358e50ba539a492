"""Draws a card: the institution's band, the headline, and what it belongs to."""

from io import BytesIO

from PIL import Image, ImageDraw

from selaras.look.colour import Accents, InvalidColour, accents
from selaras.pages.machines.share_picture.card import Card
from selaras.pages.machines.share_picture.fitting import fitted, one_line
from selaras.pages.machines.share_picture.letters import drawable, font

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 72
INNER = WIDTH - 2 * MARGIN
BAND = 128
EMBLEM = 88
HEADLINE = (BAND + 108, HEIGHT - 140)  # top and bottom
FOOT = HEIGHT - 84
PAPER, INK, QUIET, LINE, ON_BAND = "#fbf8f2", "#1a2326", "#51605f", "#d9d2c4", "#fbf8f2"
PLAIN_COLOUR = "#0d5566"
COLOURS = 128
FINER = 4  # the mark is drawn larger and made smaller, which smooths its edges


def draw(card: Card, emblem: Image.Image | None) -> bytes:
    """The card as PNG, 1200 × 630."""
    colours = _accents(card.colour)
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, BAND), fill=colours.band_light)
    _band(image, pen, card, emblem)
    kicker = drawable(card.kicker).upper() or drawable(card.region).upper()
    pen.text((MARGIN, BAND + 52), one_line(kicker, INNER, 26), colours.light, font(26))
    _headline(pen, drawable(card.headline) or drawable(card.speaker))
    _foot(image, pen, card, colours)
    content = BytesIO()
    # A card has few colours; a palette makes the file less than half as large.
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(content, "PNG")
    return content.getvalue()


def _accents(colour: str) -> Accents:
    try:
        return accents(colour or PLAIN_COLOUR)
    except InvalidColour:
        return accents(PLAIN_COLOUR)


def _band(
    image: Image.Image, pen: ImageDraw.ImageDraw, card: Card, emblem: Image.Image | None
) -> None:
    left = MARGIN
    if emblem is not None:
        shown = emblem.convert("RGBA")
        shown.thumbnail((EMBLEM, EMBLEM))
        image.paste(shown, (left, (BAND - shown.height) // 2), shown)
        left += shown.width + 28
    name = one_line(drawable(card.speaker), WIDTH - MARGIN - left, 32)
    pen.text((left, BAND // 2), name, ON_BAND, font(32), anchor="lm")


def _headline(pen: ImageDraw.ImageDraw, text: str) -> None:
    top, bottom = HEADLINE
    found = fitted(text, INNER, bottom - top)
    for number, line in enumerate(found.lines):
        place = (MARGIN, top + number * found.step)
        pen.text(place, line, INK, font(found.size), stroke_width=found.size / 60)


def _foot(image: Image.Image, pen: ImageDraw.ImageDraw, card: Card, colours: Accents) -> None:
    pen.line((MARGIN, FOOT - 32, WIDTH - MARGIN, FOOT - 32), fill=LINE, width=2)
    told = " · ".join(filter(None, [drawable(card.region), drawable(card.day)]))
    pen.text((MARGIN, FOOT + 22), one_line(told, INNER - 240, 26), QUIET, font(26), anchor="lm")
    pen.text((WIDTH - MARGIN, FOOT + 22), "Selaras", INK, font(32), anchor="rm")
    mark = _mark(colours.light)
    name = round(font(32).getlength("Selaras"))
    image.paste(mark, (WIDTH - MARGIN - name - mark.width - 14, FOOT), mark)


def _mark(colour: str) -> Image.Image:
    """The sign of `look/mark.svg`, on a grid of 48."""
    image = Image.new("RGBA", (48 * FINER, 48 * FINER))
    pen = ImageDraw.Draw(image)
    stroke = 4.5
    for radius, start, end in ((20.0, 45, 315), (11.5, 225, 495)):
        out = radius + stroke / 2
        box = [FINER * (24 - out)] * 2 + [FINER * (24 + out)] * 2
        pen.arc(box, start, end, fill=colour, width=round(FINER * stroke))
    pen.circle((24 * FINER, 24 * FINER), 3.2 * FINER, fill=colour)
    return image.resize((44, 44), Image.Resampling.LANCZOS)
