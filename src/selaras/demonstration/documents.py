"""A document for downloading: one page that says that it is part of the demonstration."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from selaras.demonstration.pictures import ACTOR, KEEPER
from selaras.institutions.models import Institution
from selaras.media.models import File
from selaras.media.services import add_file

TITLE = "Daftar isi tas siaga (data peragaan)"
LINES = [
    "Daftar isi tas siaga", "", "Air minum, makanan siap santap, obat pribadi,",
    "senter, baterai, dan salinan dokumen.", "", "Dokumen ini rekaan untuk peragaan.",
]  # fmt: skip


def make_document() -> File:
    """The document; made once."""
    existing: File | None = File.objects.filter(title=TITLE).first()
    if existing is not None:
        return existing
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    for place, line in enumerate(LINES):
        font = ImageFont.load_default(54 if place == 0 else 34)
        draw.text((120, 160 + 80 * place), line, fill="#1a2326", font=font)
    content = BytesIO()
    page.save(content, "PDF", resolution=150, title=TITLE)
    return add_file(
        actor=ACTOR,
        institution=Institution.objects.get(slug=KEEPER),
        file=content,
        name="tas-siaga-peragaan.pdf",
        size=content.tell(),
        title=TITLE,
    )
