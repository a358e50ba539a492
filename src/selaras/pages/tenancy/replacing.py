"""Views of a library that know of no institutions, replaced where they are routed."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404

Patterns = list[URLPattern | URLResolver]


def replace(patterns: Patterns, views: dict[str, Any]) -> Patterns:
    """The patterns with other views behind these names; raises KeyError for a name without route.

    A class is configured as the one that it replaces. The rest of a route stays as it is: address,
    name, and what the library puts around its views.
    """
    left = dict(views)
    for name, pattern in _walk(patterns, ""):
        if name in views:
            pattern.callback = _guarded(views[name], pattern.callback)
            left.pop(name, None)
    if left:
        raise KeyError(f"no such routes: {sorted(left)}")
    return patterns


def _walk(patterns: Patterns, namespace: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name}", pattern


def _guarded(view: Any, replaced: Callable[..., Any]) -> Callable[..., Any]:
    if isinstance(view, type):
        view = view.as_view(**getattr(replaced, "view_initkwargs", {}))  # type: ignore[attr-defined]
    guarded: Callable[..., Any] = never_cache(display_custom_404(require_admin_access(view)))
    return guarded
