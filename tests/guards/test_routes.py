"""Every route of every host has a stated rule; a route without one would not be there."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from selaras.accounts.access import CLOSED, stated_routes

HOSTS = sorted(settings.HOST_URLCONFS)
# Wagtail's, without a name; the gate answers 404 to them as to everything that nobody stated.
UNNAMED = {"admin/test404/", "admin/^.*/$"}


def routes(host: str) -> list[tuple[str, str]]:
    """The full name and the address of each route."""
    return list(_walk(get_resolver(settings.HOST_URLCONFS[host]), "", ""))


def _walk(resolver: URLResolver, address: str, namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        inner = f"{address}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            space = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, inner, space)
        elif isinstance(pattern, URLPattern):
            yield (f"{namespace}{pattern.name}" if pattern.name else ""), inner


@pytest.mark.parametrize("host", HOSTS)
def test_every_route_has_a_stated_rule(host: str) -> None:
    found = {name for name, _ in routes(host) if name}
    assert sorted(found - stated_routes().keys()) == []


@pytest.mark.parametrize("host", HOSTS)
def test_every_route_has_a_name(host: str) -> None:
    assert {address for name, address in routes(host) if not name} <= UNNAMED


def test_no_rule_is_stated_for_a_route_that_is_not_there() -> None:
    found = {name for host in HOSTS for name, _ in routes(host)}
    assert sorted(stated_routes().keys() - found) == []


def test_no_public_route_needs_a_person() -> None:
    """Public hosts have no sessions: what is there is open or closed."""
    stated = stated_routes()
    public = {name for host in ("portal", "institution") for name, _ in routes(host)}
    assert {stated[name].name for name in public} <= {"open", CLOSED.name}
