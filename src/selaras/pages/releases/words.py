"""What is done with releases, and what they are called, in the words of the audit's readers."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details
from selaras.pages.models import Release
from selaras.pages.releases.policies import may_prepare

names_actions(
    {
        "releases.make": "Menyusun rilis bersama",
        "releases.change": "Mengubah rilis bersama",
        "releases.cancel": "Membatalkan rilis bersama",
        "releases.arm": "Menyiapkan rilis bersama",
        "releases.disarm": "Membatalkan kesiapan rilis bersama",
        "releases.trouble": "Rilis bersama terhalang",
        "releases.go_live": "Merilis bersama",
        "releases.fail": "Rilis bersama gagal",
    }
)
names_details(
    {
        "goes_at": "waktu rilis",
        "late": "terlambat",
        "mark": "sidik rilis",
        "pages": "banyaknya halaman",
        "problems": "halangan",
    }
)


@describes("release")
def releases(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = Release.objects.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {
        str(one.pk): Described(
            one.title,
            reverse("releases:show", args=[one.pk])
            if may_prepare(user, one.institution_id)
            else "",
        )
        for one in found
    }
