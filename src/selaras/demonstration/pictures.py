"""Drawn pictures for the demonstration: simple views of the country, one for each subject."""

from collections.abc import Callable
from io import BytesIO
from math import sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from selaras.institutions.models import Institution
from selaras.ledger.actors import system
from selaras.media.models import Picture
from selaras.media.services import add_picture

SIZE = (1600, 900)
CREDIT = "Ilustrasi peragaan"
ACTOR = system("peragaan")
KEEPER = "komdigi"  # whose library holds what all sites of the demonstration show
Draw = Callable[[ImageDraw.ImageDraw, Random], None]


def make_pictures() -> dict[str, Picture]:
    """The pictures by name; those that exist are kept."""
    existing = {picture.title: picture for picture in Picture.objects.filter(credit=CREDIT)}
    return {
        name: existing.get(f"Peragaan {name}") or _make(name, draw, description)
        for name, (draw, description) in SCENES.items()
    }


def _make(name: str, draw: Draw, description: str) -> Picture:
    image = Image.new("RGB", SIZE, "#e8efe9")
    _sky(image)
    draw(ImageDraw.Draw(image), Random(f"gambar:{name}"))  # noqa: S311
    content = BytesIO()
    image.filter(ImageFilter.SMOOTH).save(content, "JPEG", quality=88)
    return add_picture(
        actor=ACTOR,
        institution=Institution.objects.get(slug=KEEPER),
        file=content,
        name=f"peragaan-{name}.jpg",
        size=content.tell(),
        title=f"Peragaan {name}",
        description=description,
        credit=CREDIT,
    )


def _sky(image: Image.Image) -> None:
    top, bottom = (196, 219, 222), (249, 240, 220)
    draw = ImageDraw.Draw(image)
    for row in range(SIZE[1]):
        share = row / SIZE[1]
        colour = tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        draw.line([(0, row), (SIZE[0], row)], fill=colour)


def _ridge(
    draw: ImageDraw.ImageDraw, chance: Random, height: float, colour: str, roughness: float
) -> None:
    """A line of hills that fills everything below it."""
    phase, second = chance.uniform(0, 6), chance.uniform(0, 6)
    points = [
        (
            x,
            height + roughness * sin(x / 210 + phase) + roughness * 0.45 * sin(x / 70 + second),
        )
        for x in range(0, SIZE[0] + 20, 20)
    ]
    draw.polygon([*points, (SIZE[0], SIZE[1]), (0, SIZE[1])], fill=colour)


def _hills(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    for height, colour, rough in (
        (430, "#9db9b5", 70), (540, "#6f9a92", 55), (650, "#457a72", 45), (760, "#23564f", 30),
    ):  # fmt: skip
        _ridge(draw, chance, height, colour, rough)


def _rain(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    _hills(draw, chance)
    for _ in range(420):
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        draw.line([(x, y), (x - 14, y + 46)], fill="#dfeaec", width=3)


def _sea(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    draw.ellipse([1080, 170, 1280, 370], fill="#f4cf8f")
    for place, colour in enumerate(("#8fb9c4", "#649fae", "#3d8294", "#1f6577", "#0f4d5e")):
        _ridge(draw, chance, 470 + 90 * place, colour, 14)
    draw.polygon([(480, 560), (760, 560), (700, 620), (540, 620)], fill="#5b3a24")
    draw.polygon([(620, 330), (620, 545), (760, 545)], fill="#fbf8f2")


def _field(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    _ridge(draw, chance, 420, "#8fb0a4", 60)
    for place in range(9):
        colour = ("#7fa04f", "#6b9142")[place % 2]
        _ridge(draw, chance, 500 + 48 * place, colour, 12)


def _town(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    _ridge(draw, chance, 480, "#a5bdbb", 50)
    x = 0
    while x < SIZE[0]:
        width, height = chance.randrange(90, 170), chance.randrange(150, 420)
        wall = chance.choice(["#c9b79a", "#b7a285", "#d8cbb2", "#a98f73"])
        top = 820 - height
        draw.rectangle([x, top, x + width, 820], fill=wall)
        roof = [(x - 10, top), (x + width / 2, top - 60), (x + width + 10, top)]
        draw.polygon(roof, fill="#9a4a25")
        for row in range(top + 30, 780, 60):
            for column in range(x + 18, x + width - 24, 40):
                draw.rectangle([column, row, column + 18, row + 28], fill="#f6ecd2")
        x += width + 14
    draw.rectangle([0, 820, SIZE[0], SIZE[1]], fill="#6b6258")


def _cloth(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """A kawung-like pattern: four petals around each point of a grid."""
    draw.rectangle([0, 0, *SIZE], fill="#5a3218")
    for row in range(-1, 7):
        for column in range(-1, 12):
            x, y = column * 150 + 75, row * 150 + 75
            for dx, dy in ((-38, -38), (38, -38), (-38, 38), (38, 38)):
                box = [x + dx - 34, y + dy - 34, x + dx + 34, y + dy + 34]
                draw.ellipse(box, fill="#e7d3ab", outline="#2d180b", width=5)
                draw.ellipse([x + dx - 6, y + dy - 6, x + dx + 6, y + dy + 6], fill="#5a3218")


SCENES: dict[str, tuple[Draw, str]] = {
    "perbukitan": (_hills, "Perbukitan hijau berlapis di bawah langit cerah"),
    "hujan": (_rain, "Hujan turun di atas perbukitan"),
    "laut": (_sea, "Perahu layar di laut dengan matahari rendah"),
    "sawah": (_field, "Sawah berteras di kaki bukit"),
    "kota": (_town, "Deretan rumah kota beratap merah"),
    "kain": (_cloth, "Kain batik bermotif kawung"),
}
