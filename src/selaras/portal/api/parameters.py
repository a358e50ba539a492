"""What a query may say. Each function reads one parameter and raises `WrongParameter`."""

import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import NoReturn

from django.http import HttpRequest

from selaras.common.clock import now
from selaras.institutions.models import Institution, Region, Topic
from selaras.institutions.queries import NATIONAL
from selaras.pages.past.errors import NotAMoment
from selaras.pages.past.moments import moment
from selaras.portal.api.errors import WrongParameter

LONGEST = 200
CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
WHOLE = re.compile(r"[1-9][0-9]{0,5}")
# A plus sign that was not percent-encoded arrives as a space.
PLUS_LOST = re.compile(r" (?=[0-9]{2}:?[0-9]{2}$)")
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2300, 1, 1, tzinfo=UTC)

Given = dict[str, str]


def given(request: HttpRequest, *names: str) -> Given:
    """What was given of these parameters, which are all that there are here.

    A name that is unknown is refused: who misspells one would be told something else than was
    asked for.
    """
    found: Given = {}
    for name, values in request.GET.lists():
        if name not in names:
            known = (
                f"Yang ada: {', '.join(names)}." if names else "Alamat ini tidak punya parameter."
            )
            raise WrongParameter(f'"{name[:40]}"', "tidak ada.", known)
        if len(values) > 1:
            raise WrongParameter(name, "disebut lebih dari sekali.", "Sebutkan satu nilai.")
        text = values[0].strip()
        if not text or len(text) > LONGEST or not text.isprintable():
            raise WrongParameter(
                name, f"kosong, lebih dari {LONGEST} huruf, atau memuat karakter yang tidak tampak."
            )
        found[name] = text
    return found


def region_of(asked: Given, name: str = "region") -> Region:
    """The region of that code; the country where none is given."""
    return optional_region_of(asked, name) or Region.objects.get(pk=NATIONAL)


def optional_region_of(asked: Given, name: str = "region") -> Region | None:
    if name not in asked:
        return None
    if not CODE.fullmatch(asked[name]):
        raise WrongParameter(
            name, f'"{asked[name][:40]}" bukan kode wilayah.', "Contoh: 00, 32, 32.73."
        )
    found = Region.objects.filter(pk=asked[name]).first()
    if found is None:
        raise WrongParameter(name, f"menyebut wilayah {asked[name]}, yang tidak ada.")
    return found


def moment_of(asked: Given, name: str, region: Region) -> datetime | None:
    """A date is 00.00, and a time without a zone a time, in the region's own zone."""
    if name not in asked:
        return None
    wrong = WrongParameter(
        name,
        f'"{asked[name][:40]}" bukan tanggal atau waktu antara tahun 1900 dan 2300.',
        "Contoh: 2021-09-25, 2021-09-25T20:00+07:00.",
    )
    try:
        found = moment(PLUS_LOST.sub("+", asked[name]), region)
    except NotAMoment:
        raise wrong from None
    if not EARLIEST <= found <= LATEST:
        raise wrong
    return found


def known_at_of(asked: Given, region: Region) -> datetime | None:
    """When it was known. What will be known is told to nobody."""
    found = moment_of(asked, "known_at", region)
    if found is not None and found > now():
        raise WrongParameter("known_at", "belum tiba.", "Sebutkan waktu yang sudah lewat.")
    return found


def topic_of(asked: Given) -> Topic:
    found = Topic.objects.filter(key=asked["topic"]).first()
    return found or _unknown(asked, "topic")


def owner_of(asked: Given) -> Institution:
    found = Institution.objects.filter(slug=asked["owner"]).first()
    return found or _unknown(asked, "owner")


def _unknown(asked: Given, name: str) -> NoReturn:
    raise WrongParameter(name, f'"{asked[name][:40]}" tidak dikenal.')


def limit_of(asked: Given, *, usual: int, most: int) -> int:
    if "limit" not in asked:
        return usual
    if not WHOLE.fullmatch(asked["limit"]) or int(asked["limit"]) > most:
        raise WrongParameter("limit", f"harus bilangan dari 1 sampai {most}.")
    return int(asked["limit"])


def one_of(asked: Given, name: str, choices: Collection[str], usual: str) -> str:
    found = asked.get(name, usual)
    if found not in choices:
        raise WrongParameter(
            name, f'"{found[:40]}" tidak dikenal.', f"Pilihannya: {', '.join(choices)}."
        )
    return found
