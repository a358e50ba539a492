"""Some acts need a second factor that was given a short while ago.

An act that comes too late is not lost: the answer is a page that asks for the code and carries
everything that was posted in the same form, so that confirming it does the act. Nothing of it is
kept on the server in between.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views import View

from selaras.accounts.second_factor import RECENT, is_recent
from selaras.accounts.views.confirming import confirm

__all__ = ["RECENT", "RecentSecondFactor", "is_recent", "require_recent_second_factor"]

SAFE = {"GET", "HEAD", "OPTIONS"}
ViewFunction = Callable[..., HttpResponseBase]


def require_recent_second_factor(view: ViewFunction) -> ViewFunction:
    """For a view that is a function: reading passes, every act needs a recent second factor."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        stopped = None if request.method in SAFE else _stop(request)
        return stopped or view(request, *args, **kwargs)

    return guarded


class RecentSecondFactor(View):
    """For a view that is a class; stands leftmost. `step_up_required` says which requests."""

    def step_up_required(self) -> bool:
        return self.request.method not in SAFE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        stopped = _stop(request) if self.step_up_required() else None
        return stopped or super().dispatch(request, *args, **kwargs)


def _stop(request: HttpRequest) -> HttpResponseBase | None:
    """What to answer before the act, or None where it may be done."""
    return None if is_recent(request) else confirm(request)
