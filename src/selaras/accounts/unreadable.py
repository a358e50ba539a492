"""What was sent and makes a library's view stumble: a bad request, and no failure of ours."""

import traceback

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError


def is_unreadable(request: HttpRequest, exception: Exception) -> bool:
    """Whether views of libraries raise this at what was sent; all else stays a failure.

    A field is missing, the key of an object is no number, or the way back is no address.
    """
    if isinstance(exception, NoReverseMatch):
        return _is_way_back(request, exception)
    if isinstance(exception, ValueError):
        return _is_key(exception)
    return isinstance(exception, MultiValueDictKeyError)


def _is_way_back(request: HttpRequest, exception: NoReverseMatch) -> bool:
    """Django's `redirect` takes an address without a slash for the name of a route."""
    sent = (request.POST.get("next"), request.GET.get("next"))
    return any(f"'{way}'" in str(exception) for way in sent if way)


def _is_key(exception: ValueError) -> bool:
    """A chooser that shows again what was chosen asks the database for it, whatever it is."""
    return traceback.extract_tb(exception.__traceback__)[-1].name == "get_prep_value"
