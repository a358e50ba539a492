"""What these screens add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.institutions.people.views import beginning, invitations, lists, oversights, person
from selaras.institutions.people.views.base import ICON, TITLE

ONE = "instansi/<slug:slug>/"
SOMEBODY = f"{ONE}<uuid:person>/"
ROLE = f"{SOMEBODY}peran/<int:membership>/"
URLS = (
    [
        path("", lists.IndexView.as_view(), name="index"),
        path("langkah-pertama/", beginning.FirstStepsView.as_view(), name="first_steps"),
        path("langkah-pertama/tutup/", beginning.put_steps_away, name="put_away"),
        path("langkah-pertama/<slug:key>/selesai/", beginning.tick_off_step, name="tick_off"),
        path("hak-baca/", oversights.OversightsView.as_view(), name="oversights"),
        path("hak-baca/beri/", oversights.OverseeView.as_view(), name="oversee"),
        path(
            "hak-baca/<int:pk>/akhiri/",
            oversights.EndOversightView.as_view(),
            name="end_oversight",
        ),
        path("pembaca/", lists.ReadersIndexView.as_view(), name="readers_index"),
        path(ONE, lists.InstitutionView.as_view(), name="institution"),
        path(f"{ONE}pembaca/", lists.ReadersView.as_view(), name="readers"),
        path(f"{ONE}undang/", invitations.InviteView.as_view(), name="invite"),
        path(f"{ONE}undangan/<int:pk>/tautan/", invitations.RenewView.as_view(), name="renew"),
        path(f"{ONE}undangan/<int:pk>/cabut/", invitations.RevokeView.as_view(), name="revoke"),
        path(SOMEBODY, person.PersonView.as_view(), name="person"),
        path(f"{SOMEBODY}peran/", person.GrantView.as_view(), name="grant"),
        path(f"{SOMEBODY}pindah/", person.MoveView.as_view(), name="move"),
        path(f"{SOMEBODY}faktor/", person.FactorsView.as_view(), name="factors"),
        path(f"{ROLE}akhiri/", person.EndView.as_view(), name="end"),
        path(f"{ROLE}masa/", person.PeriodView.as_view(), name="period"),
    ],
    "people",
)


def addresses() -> list[URLResolver]:
    return [path("orang/", include(URLS))]


def people_item() -> MenuItem:
    return GatedMenuItem(TITLE, "people:index", name="orang", icon_name=ICON, order=380)


def readers_item() -> MenuItem:
    return GatedMenuItem(
        "Pembaca draf", "people:readers_index", name="pembaca-draf", icon_name="view", order=390
    )


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", people_item)
    hooks.register("register_admin_menu_item", readers_item)
