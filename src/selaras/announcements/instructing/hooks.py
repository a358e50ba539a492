"""What instructions add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.conf import settings
from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.announcements.instructing.screens import acts, boards, listing, showing, tasks, writing
from selaras.announcements.instructing.screens.base import ICON, TITLE
from selaras.look.bodies.limits import allow

SENT = "dari-kami/<uuid:instruction>/"
ROW = f"{SENT}penerima/<int:row>/"
RECEIVED = "untuk-kami/<int:addressee>/"
URLS = (
    [
        path("", listing.ReceivedView.as_view(), name="received"),
        path("dari-kami/", listing.SentView.as_view(), name="sent"),
        path("baru/", writing.NewView.as_view(), name="new"),
        path(SENT, showing.ShowView.as_view(), name="show"),
        path(f"{SENT}ubah/", writing.EditView.as_view(), name="edit"),
        path(f"{SENT}papan/", boards.BoardView.as_view(), name="board"),
        path(f"{SENT}ekspor/", boards.ExportView.as_view(), name="export"),
        path(f"{SENT}ingatkan/", acts.RemindView.as_view(), name="remind"),
        path(f"{SENT}batalkan/", acts.CancelView.as_view(), name="cancel"),
        path(f"{SENT}pertanyaan/<int:inquiry>/", acts.AnswerView.as_view(), name="answer"),
        path(ROW, boards.RowView.as_view(), name="row"),
        path(f"{ROW}belum-cukup/", acts.AskAgainView.as_view(), name="ask_again"),
        path(RECEIVED, tasks.TaskView.as_view(), name="task"),
        path(f"{RECEIVED}terbaca/", tasks.ReadView.as_view(), name="read"),
        path(f"{RECEIVED}lapor/", tasks.ReportView.as_view(), name="report"),
    ],
    "instructions",
)


def addresses() -> list[URLResolver]:
    return [path("instruksi/", include(URLS))]


def menu_item() -> MenuItem:
    return GatedMenuItem(TITLE, "instructions:received", name="instruksi", icon_name=ICON, order=55)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
    # More than a file may weigh: the form then says which file is too heavy.
    allow("instructions:report", most=3 * settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
