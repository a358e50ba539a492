"""The language of a public page is part of its address: `/…` Indonesian, `/en/…` English.

Neither a cookie nor what the browser asks for changes an answer, so every address has one
content for everybody and may be kept by any cache.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation


class LanguageMiddleware:
    """Speaks the language that the address names; the editors' host is Wagtail's own matter."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


def prefix() -> str:
    """What stands before a path in the language spoken now: nothing, or `/en`."""
    language = translation.get_language()
    return "" if language in (None, settings.LANGUAGE_CODE) else f"/{language}"


@dataclass(frozen=True, slots=True)
class Version:
    """The same page in a language; `name` is in that language itself."""

    code: str
    name: str
    path: str
    current: bool


def versions(path: str) -> list[Version]:
    """The addresses of one page in every language, Indonesian first."""
    spoken = translation.get_language_from_path(path)
    bare = path.removeprefix(f"/{spoken}") if spoken else path
    return [
        Version(
            code=code,
            name=name,
            path=bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}",
            current=code == (spoken or settings.LANGUAGE_CODE),
        )
        for code, name in settings.LANGUAGES
    ]
