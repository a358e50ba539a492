"""The audit in the editors' menu, for those who may read it."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.ledger.policies import reach_of
from selaras.ledger.views import ICON, TITLE, AuditView, ExportView

ROUTES = (
    [
        path("", AuditView.as_view(), name="list"),
        path("ekspor/", ExportView.as_view(), name="export"),
    ],
    "audit",
)


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return reach_of(request.user) is not None


def addresses() -> list[URLResolver]:
    return [path("audit/", include(ROUTES))]


def audit_item() -> MenuItem:
    return AuditMenuItem(  # type: ignore[no-untyped-call]
        TITLE, reverse_lazy("audit:list"), name="audit", icon_name=ICON, order=380
    )


hooks.register("register_admin_urls", addresses)
hooks.register("register_admin_menu_item", audit_item)
