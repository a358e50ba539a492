"""Of what a feed of announcements is asked: a region, a topic, both or neither."""

import re
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from selaras.common.errors import Refused
from selaras.institutions.models import Region, Topic

# Longer ones are never looked up, and never said back.
CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{2})?", re.ASCII)
KEY = re.compile(r"[-a-z0-9_]{1,100}", re.ASCII | re.IGNORECASE)


class WrongFilter(Refused):
    """A feed was asked for what there is not."""


@dataclass(frozen=True, slots=True)
class Asked:
    region: Region | None = None
    topic: Topic | None = None


def asked_of(query: QueryDict) -> Asked:
    """What `?wilayah=32.73&topik=…` asks for. Raises `WrongFilter`; two queries at most."""
    return Asked(_region(query.get("wilayah", "")), _topic(query.get("topik", "")))


def _region(code: str) -> Region | None:
    if not code:
        return None
    found = Region.objects.filter(pk=code).first() if CODE.fullmatch(code) else None
    if found is None:
        raise WrongFilter(
            _("Parameter wilayah bukan kode wilayah yang ada."),
            _("Pakai kode Kementerian Dalam Negeri, misalnya 32.73."),
        )
    return found


def _topic(key: str) -> Topic | None:
    if not key:
        return None
    found = Topic.objects.filter(key=key).first() if KEY.fullmatch(key) else None
    if found is None:
        raise WrongFilter(
            _("Parameter topik bukan kunci topik yang ada."),
            _("Kunci topik ada dalam data setiap pengumuman."),
        )
    return found
