"""The form by which a citizen reports wrong information, without a cookie.

There is no session that a foreign site could abuse, so nothing secret guards the form: where it
came from, a field that people do not see, and bounds on size and number keep machines out.
"""

from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.pages.characters import hidden

MOST_BYTES = 64 * 1024
LONGEST_PATH = 500
KEPT_CONTROLS = "\n\t"


class Words(forms.CharField):
    """What a person wrote, in any script; characters that nobody sees are dropped."""

    def __init__(self, *, label: Promise, most: int, rows: int = 0, **options: Any) -> None:
        if rows:
            options["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=cast("str", label), max_length=most, **options)
        self.error_messages |= {
            "required": _("Bagian ini belum diisi."),
            "max_length": _(
                "Terlalu panjang: %(show_value)d huruf, paling banyak %(limit_value)d."
            ),
        }

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(one for one in text if one in KEPT_CONTROLS or not hidden(one)).strip()


class ReportForm(forms.Form):
    """`host` is the host of the site that the report is about, with its port."""

    halaman = Words(
        label=_("Halaman yang Anda laporkan"),
        most=LONGEST_PATH,
        help_text=_("Alamatnya di situs ini, misalnya /berita/jalan-rusak/."),
    )
    salah = Words(
        label=_("Apa yang salah?"),
        most=2000,
        rows=4,
        help_text=_("Kutip kalimat atau angkanya."),
    )
    benar = Words(
        label=_("Apa yang benar, dan dari mana sumbernya? (boleh kosong)"),
        most=1000,
        rows=3,
        required=False,
    )
    kontak = Words(
        label=_("Surel atau nomor telepon Anda (boleh kosong)"),
        most=200,
        required=False,
        help_text=_(
            "Hanya untuk bertanya atau memberi kabar tentang laporan ini. "
            "Dihapus 90 hari sesudah laporan masuk."
        ),
    )
    situs_web = forms.CharField(label=_("Biarkan kosong"), required=False)

    def __init__(self, *args: Any, host: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "lapor-%s", **kwargs})
        self.host = host

    def clean_halaman(self) -> str:
        path = own_path(self.cleaned_data["halaman"], self.host)
        if path is None:
            raise forms.ValidationError(
                _("Ini bukan alamat di situs ini. Salin alamatnya, diawali garis miring.")
            )
        return path

    def clean_situs_web(self) -> str:
        """People do not see this field; a helpful browser may fill it all the same."""
        if self.cleaned_data["situs_web"].strip():
            self.data = {name: self.data.get(name) for name in self.fields} | {"situs_web": ""}
            raise forms.ValidationError(
                _("Isian tersembunyi ikut terisi dan sudah kami kosongkan. Kirim sekali lagi.")
            )
        return ""


def own_path(text: str, host: str) -> str | None:
    """The path of an address on this host, without query; None for any other address."""
    parts = _split(text.strip())
    if parts is None or (parts.netloc and parts.netloc.lower() != host.lower()):
        return None
    path = parts.path or ("/" if parts.netloc else "")
    fits = path.startswith("/") and not path.startswith("//") and len(path) <= LONGEST_PATH
    odd = "\\" in path or any(map(hidden, path))
    known = parts.scheme in {"", "http", "https"} and bool(parts.scheme) == bool(parts.netloc)
    return path if fits and known and not odd else None


def came_from_own_page(request: HttpRequest) -> bool:
    """Whether a form was sent by a page of the same host, as far as the browser tells."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    parts = _split(origin) if origin is not None else None
    return origin is None or (parts is not None and parts.netloc == request.get_host())


def _split(text: str) -> SplitResult | None:
    try:
        return urlsplit(text)
    except ValueError:
        return None
