"""Contacts and short official texts."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from selaras.facts.errors import InvalidValue
from selaras.facts.kinds.base import KindRules
from selaras.facts.models import ContactValue, FactType, FactVersion, TextValue

PHONE = re.compile(r"[+(]?[0-9][0-9 ()-]{1,30}")
LONGEST_TEXT = 2000
LONGEST = {"name": 200, "phone": 40, "email": 254, "url": 200}  # as in ContactValue
FIELD_LABELS = {"name": "nama", "phone": "nomor", "email": "surel", "url": "situs"}
_is_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach an office; at least one of phone, email and url is given."""

    name: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""


class ContactRules(KindRules[Contact]):
    """Written as parts between semicolons: `Posko Kota Bandung; 112; posko@contoh.go.id`."""

    model = ContactValue

    def read(self, text: str, fact_type: FactType) -> Contact:
        found: dict[str, str] = {}
        for part in filter(None, (piece.strip() for piece in text.split(";"))):
            field = _field_of(part)
            if field in found:
                raise InvalidValue(
                    f'Kontak "{text}" menyebut dua {FIELD_LABELS[field]}.',
                    "Tulis satu untuk tiap bagian.",
                )
            _require_fits(field, part)
            found[field] = part
        if not found.keys() & {"phone", "email", "url"}:
            raise InvalidValue(
                f'Kontak "{text}" tidak berisi nomor, surel, atau alamat situs.',
                "Pisahkan bagiannya dengan titik koma: nama; nomor; surel; situs.",
            )
        return Contact(**found)

    def row(self, version: FactVersion, value: Contact) -> ContactValue:
        return ContactValue(version=version, **asdict(value))

    def value(self, row: Any) -> Contact:
        return Contact(row.name, row.phone, row.email, row.url)

    def plain(self, value: Contact) -> str:
        return "; ".join(filter(None, (value.name, value.phone, value.email, value.url)))

    def short(self, value: Contact, fact_type: FactType) -> str:
        ways = ", ".join(filter(None, (value.phone, value.email, value.url)))
        return f"{value.name}: {ways}" if value.name else ways

    def as_json(self, value: Contact) -> dict[str, str]:
        return asdict(value)


class TextRules(KindRules[str]):
    model = TextValue

    def read(self, text: str, fact_type: FactType) -> str:
        if not text or len(text) > LONGEST_TEXT:
            raise InvalidValue(
                f"Teks {fact_type.label} kosong atau lebih dari {LONGEST_TEXT} huruf.",
                "Tulis satu atau beberapa kalimat pendek.",
            )
        return text

    def row(self, version: FactVersion, value: str) -> TextValue:
        return TextValue(version=version, text=value)

    def value(self, row: Any) -> str:
        return str(row.text)

    def plain(self, value: str) -> str:
        return value

    def short(self, value: str, fact_type: FactType) -> str:
        return value


def _require_fits(field: str, part: str) -> None:
    longest = LONGEST[field]
    if len(part) > longest:
        raise InvalidValue(
            f"Bagian {FIELD_LABELS[field]} lebih dari {longest} huruf.", "Tulis lebih singkat."
        )


def _field_of(part: str) -> str:
    if PHONE.fullmatch(part):
        return "phone"
    if part.startswith(("https://", "http://")):
        try:
            _is_url(part)
        except ValidationError:
            raise InvalidValue(f'"{part}" bukan alamat situs.', "Periksa ejaannya.") from None
        return "url"
    if "@" in part:
        try:
            validate_email(part)
        except ValidationError:
            raise InvalidValue(f'"{part}" bukan alamat surel.', "Periksa ejaannya.") from None
        return "email"
    return "name"
