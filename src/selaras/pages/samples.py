"""The components of pages on the style page, with invented words and no row of the database."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.institutions.models import Institution, Region
from selaras.language.times import Zone
from selaras.look.style.samples import Sample, register
from selaras.media.models import Picture
from selaras.pages.blocks import BodyBlock
from selaras.pages.fact_samples import fact_blocks
from selaras.pages.models import ArticlePage, Correction, PageSubject, Subject
from selaras.pages.parts import Part
from selaras.pages.sharing import share_links

MOMENT = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
TITLE = "Posko siaga buka lebih pagi selama musim hujan"
BODY: list[dict[str, Any]] = [
    {
        "type": "paragraph",
        "value": "<p>Badan teks dengan <a href='#contoh'>tautan</a>.</p><ul><li>Butir pertama</li>"
        "<li>Butir kedua</li></ul>",
    },
    {"type": "quote", "value": {"text": "Kalimat yang dikutip utuh.", "source": "Nama, jabatan"}},
    {
        "type": "table",
        "value": {
            "caption": "Judul tabel",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Barang"},
                    {"type": "text", "heading": "Jumlah"},
                ],
                "rows": [{"values": ["Air minum", "9 liter"]}, {"values": ["Obat", "3 hari"]}],
            },
        },
    },
    {
        "type": "chart",
        "value": {
            "title": "Judul bagan",
            "unit": "milimeter",
            "source": "Nama sumber",
            "rows": [{"label": "Oktober", "value": "187"}, {"label": "November", "value": "264"}],
        },
    },
    {
        "type": "accordion",
        "value": {
            "parts": [{"title": "Pertanyaan yang sering datang?", "text": "<p>Jawaban.</p>"}]
        },
    },
    {
        "type": "contact",
        "value": {
            "unit": "Nama layanan",
            "phone": "021-000000",
            "email": "layanan@peragaan.example",
            "address": "Jalan Peragaan Nomor 1",
            "hours": "Senin–Jumat, pukul 08.00–16.00",
        },
    },
    {
        "type": "video",
        "value": {"url": "https://www.youtube.com/watch?v=contoh", "title": "Judul video"},
    },
    {"type": "central", "value": {"most": 3, "topic": ""}},
    {
        "type": "facts",
        "value": {"title": "Keadaan hari ini", "text": "<ul><li>Status: Siaga Kuning</li></ul>"},
    },
]


def _article(picture: Picture | None = None) -> ArticlePage:
    region = Region(code="00.00", name="Kota Contoh", level=Region.Level.CITY, zone=Zone.WIB)
    office = Institution(name="Dinas Contoh", short_name="Dinas Contoh", slug="contoh")
    office.region = region
    article = ArticlePage(
        title=TITLE,
        url_path="/contoh/berita/contoh/",
        kicker="Kebencanaan",
        lead="Warga dapat datang mulai pukul enam pagi. Bawalah kartu tanda penduduk.",
        byline="Tim Redaksi",
        place="Kota Contoh",
        dated=MOMENT,
        last_published_at=MOMENT,
        picture=picture,
    )
    article.institution = office
    article.corrections.add(
        Correction(corrected_on=date(2026, 11, 25), text="Jam buka diperbaiki.")
    )
    article.page_subjects.add(PageSubject(subject=Subject(slug="kebencanaan", label="Kebencanaan")))
    return article


def _trail() -> dict[str, Any]:
    return {"page": SimpleNamespace(trail=[SimpleNamespace(url="#contoh", title="Berita")])}


def _story() -> dict[str, Any]:
    article = _article()
    parts = [Part(1), Part(2, "Saat banjir datang"), Part(3)]
    return {
        "page": article,
        "institution": article.institution,
        "minutes": 3,
        "parts": parts,
        "part": parts[0],
        "next": parts[1],
        "share": share_links(TITLE, "https://contoh.example/"),
    }


def _teasers() -> dict[str, Any]:
    return {"articles": [_article(), _article(Picture.objects.order_by("pk").first())]}


def _blocks() -> dict[str, Any]:
    return {"blocks": BodyBlock().to_python(BODY), "page": _article()}


def _pictures() -> dict[str, Any] | None:
    """With a picture of the library: none can be invented. None while it is empty."""
    found = Picture.objects.order_by("pk").first()
    if found is None:
        return None
    image = {"image": found.pk, "decorative": False, "alt_text": found.description}
    picture = {"image": image, "caption": "Keterangan gambar."}
    body = [
        {"type": "picture", "value": picture},
        {"type": "gallery", "value": {"title": "Judul galeri", "pictures": [picture, picture]}},
    ]
    return {"blocks": BodyBlock().to_python(body), "page": _article()}


def _document() -> dict[str, Any]:
    file = SimpleNamespace(title="Judul", url="#contoh", file_extension="pdf", file_size=204_800)
    return {"value": {"file": file, "title": "Judul dokumen"}}


def _profile() -> dict[str, Any]:
    rows = SimpleNamespace(all=list)
    contact = SimpleNamespace(
        kind="email",
        get_kind_display="Surel",
        value="humas@contoh.example",
        note="dijawab pada hari kerja",
    )
    profile = SimpleNamespace(
        address="Jalan Peragaan Nomor 1",
        contacts=SimpleNamespace(all=lambda: [contact]),
        channels=rows,
    )
    return {"frame": SimpleNamespace(profile=profile)}


def _superseded() -> dict[str, Any]:
    return {"page": SimpleNamespace(replacement=SimpleNamespace(url="#contoh", title=TITLE))}


def _channels() -> dict[str, Any]:
    return {
        "frame": SimpleNamespace(
            google_news=SimpleNamespace(url="#contoh"), telegram=SimpleNamespace(url="#contoh")
        )
    }


register(
    Sample("crumbs", _("Jalan kembali"), "pages/crumbs.html", _trail),
    Sample("article-head", _("Kepala artikel"), "pages/article_head.html", _story, twice=False),
    Sample("blocks", _("Isi halaman"), "pages/blocks/sample.html", _blocks),
    Sample("pictures", _("Gambar dan galeri"), "pages/blocks/sample.html", _pictures),
    Sample(
        "fact-blocks", _("Tabel dan riwayat fakta"), "pages/blocks/fact_sample.html", fact_blocks
    ),
    Sample("document", _("Dokumen"), "pages/blocks/document.html", _document),
    Sample(
        "read-also", _("Baca juga"), "pages/blocks/read_also.html", lambda: {"value": _article()}
    ),
    Sample("parts", _("Halaman artikel"), "pages/parts.html", _story),
    Sample("teasers", _("Cuplikan berita"), "pages/teasers_sample.html", _teasers),
    Sample("corrections", _("Koreksi"), "pages/corrections.html", _story, twice=False),
    Sample("about", _("Tentang halaman"), "pages/about.html", _story),
    Sample("share", _("Bagikan"), "pages/share.html", _story, twice=False),
    Sample("superseded", _("Halaman pengganti"), "pages/superseded.html", _superseded),
    Sample("follow", _("Ikuti"), "pages/follow.html", _channels),
    Sample("contacts", _("Kontak"), "pages/contacts.html", _profile),
)
