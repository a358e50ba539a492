"""Pages as what is reviewed: where one is decided."""

from django.urls import reverse

from selaras.pages.clearance import KIND
from selaras.review.subjects import Kind, is_reviewed


def address(key: str) -> str:
    return reverse("page_review:page", args=[key], urlconf="selaras.config.urls.editor")


is_reviewed(Kind(KIND, address))
