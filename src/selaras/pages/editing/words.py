"""What an editor is told about a version that somebody else saved."""

from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.language.times import Zone, format_datetime
from selaras.pages.editing.services import KEPT, TAKEN


def saved_by(newest: Revision, user: User) -> str:
    """`Penulis Kedua`, `Anda sendiri, di jendela lain`, or `Sistem` for a program."""
    if newest.user_id == user.pk:
        return "Anda sendiri, di jendela lain,"
    return str(newest.user) if newest.user else "Sistem"


def saved_at(page: Page, newest: Revision) -> str:
    """`Selasa, 24 November 2026, 14.30 WIB` in the zone of the page's institution."""
    institution = getattr(page, "institution", None)
    zone = Zone(institution.region.zone) if institution else Zone.WIB
    return format_datetime(newest.created_at, zone)


def saved_meanwhile(page: Page, newest: Revision, user: User) -> str:
    return (
        f"{saved_by(newest, user)} menyimpan versi lain pada {saved_at(page, newest)}. "
        "Tulisan Anda tersimpan di riwayat."
    )


def register_actions(actions: LogActionRegistry) -> None:
    """How the two appear in a page's history."""

    class Kept(LogFormatter):
        label = "Menyimpan versi yang bersamaan"
        message = "Ditulis bersamaan dengan versi lain, dan disimpan di sampingnya"

    class Taken(LogFormatter):
        label = "Memakai versi yang bersamaan"
        message = "Menjadikan versi yang bersamaan sebagai versi terbaru"

    actions.register_action(KEPT)(Kept)
    actions.register_action(TAKEN)(Taken)
