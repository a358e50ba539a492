"""What people write in an objection or its answer, read strictly."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from selaras.facts.errors import InvalidValue
from selaras.facts.kinds import rules_of
from selaras.facts.objections.errors import BadObjection
from selaras.facts.results import Resolved

MOST_ADDRESS = 500
MOST_PROPOSED = 2000
_is_url = URLValidator(schemes=["http", "https"])


def required_text(text: str, name: str, *, most: int, field: str) -> str:
    found = text.strip()
    if not found:
        raise BadObjection(
            f"{name} belum ditulis.", "Tulis satu atau beberapa kalimat.", field=field
        )
    return optional_text(found, name, most=most, field=field)


def optional_text(text: str, name: str, *, most: int, field: str) -> str:
    found = text.strip()
    if len(found) > most:
        raise BadObjection(f"{name} lebih dari {most} huruf.", "Tulis lebih singkat.", field=field)
    if "\0" in found:
        raise BadObjection(
            f"{name} memuat karakter kosong (NUL).", "Tulis ulang bagian itu.", field=field
        )
    return found


def proposal(text: str, seen: Resolved) -> str:
    """The words of a value that the type allows and that differs from the present one."""
    found = optional_text(text, "Nilai usulan", most=MOST_PROPOSED, field="proposed")
    if not found:
        return ""
    try:
        value = rules_of(seen.fact_type).parse(found, seen.fact_type)
    except InvalidValue as error:
        raise BadObjection(error.problem, error.remedy, field="proposed") from error
    if value == seen.value:
        raise BadObjection(
            "Nilai usulan sama dengan nilai sekarang.",
            "Tulis nilai yang benar bagi wilayah Anda, atau kosongkan.",
            field="proposed",
        )
    return rules_of(seen.fact_type).short(value, seen.fact_type)


def web_address(text: str, *, field: str) -> str:
    found = optional_text(text, "Tautan bukti", most=MOST_ADDRESS, field=field)
    if not found:
        return ""
    try:
        _is_url(found)
    except ValidationError:
        raise BadObjection(
            f'"{found}" bukan alamat web.',
            "Tulis selengkapnya, dimulai dengan https:// atau http://.",
            field=field,
        ) from None
    return found
