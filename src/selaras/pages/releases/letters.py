"""Short letters to who put a release together and who made it ready. Owed to the worker."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from selaras.accounts.models import User
from selaras.common.events import receives
from selaras.ledger.services import owe
from selaras.ledger.worker import settles
from selaras.pages.models import Release
from selaras.pages.releases.events import Failed, Released, Troubled
from selaras.pages.releases.policies import may_prepare

LETTER = "release.letter"
TROUBLED, RELEASED, FAILED = "troubled", "released", "failed"
SAID = {
    TROUBLED: ("Rilis perlu perhatian", "belum dapat dirilis seperti keadaannya sekarang."),
    RELEASED: ("Sudah dirilis", "sudah dirilis; semua halamannya terbit."),
    FAILED: ("Rilis gagal", "tidak dirilis; tidak ada bagiannya yang terbit."),
}


@receives(Troubled)
def owe_trouble(event: Troubled) -> None:
    _owe(TROUBLED, event.release_id)


@receives(Released)
def owe_success(event: Released) -> None:
    _owe(RELEASED, event.release_id)


@receives(Failed)
def owe_failure(event: Failed) -> None:
    _owe(FAILED, event.release_id)


def _owe(what: str, key: int) -> None:
    """Once for each time that it was made ready."""
    release = Release.objects.get(pk=key)
    armed = release.armed_at.isoformat() if release.armed_at else ""
    payload = {"what": what, "release": key}
    owe(kind=LETTER, key=f"{LETTER}:{what}:{key}:{armed}", payload=payload)


@settles(LETTER, waits=True)
def send(payload: dict[str, Any]) -> None:
    """To each person alone, while she works there; what is past is not written about."""
    release = Release.objects.select_related("institution").filter(pk=payload["release"]).first()
    what = payload["what"]
    if release is None or (what == TROUBLED and not release.troubled):
        return
    subject, words = SAID[what]
    place = reverse("releases:show", args=[release.pk], urlconf="selaras.config.urls.editor")
    address = f"{settings.WAGTAILADMIN_BASE_URL}{place}"
    for person in _people(release):
        send_mail(
            f"{subject}: {release.title}",
            f'"{release.title}" {words}\n\n{address}\n',
            None,
            [person.email],
        )


def _people(release: Release) -> Iterable[User]:
    about = (release.made_by_id, release.changed_by_id, release.armed_by_id)
    keys = {key for key in about if key is not None}
    found = User.objects.filter(pk__in=keys, is_active=True).exclude(email="").order_by("pk")
    return [one for one in found if may_prepare(one, release.institution_id)]
