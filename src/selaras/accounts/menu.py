"""Menu items that are shown to whom the gate would let in."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail.admin.menu import MenuItem

from selaras.accounts.access import allows


class GatedMenuItem(MenuItem):
    """An entry to a route of the editors' host, shown where the route's rule allows it."""

    def __init__(self, label: Any, view_name: str, **kwargs: Any) -> None:
        super().__init__(label, reverse_lazy(view_name), **kwargs)  # type: ignore[no-untyped-call]
        self.view_name = view_name

    def is_shown(self, request: HttpRequest) -> bool:
        return allows(request, self.view_name)
