"""No entry leads to what is closed."""

from typing import Any

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.admin.menu import MenuItem, SubmenuMenuItem

from selaras.accounts.access import allows


def only_open(request: HttpRequest, items: list[MenuItem]) -> None:
    """For the hooks that construct menus and search areas: what the gate would not let through."""
    items[:] = [item for item in items if _is_open(request, item)]


def only_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """The help menu leads to nobody else's website: it tells of screens that are closed here."""
    items[:] = [item for item in items if not str(item.url).startswith("http")]


def _is_open(request: HttpRequest, item: Any) -> bool:
    if isinstance(item, SubmenuMenuItem) or not str(item.url).startswith("/"):
        return True
    try:
        match = resolve(str(item.url).partition("?")[0], request.urlconf)
    except Resolver404:
        return False
    return allows(request, match.view_name, **match.kwargs)
