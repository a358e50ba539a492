"""Where a type's wording is written: on the editors' host, whoever asks."""

from django.conf import settings
from django.urls import reverse

from selaras.facts.models import FactType


def address_of(fact_type: FactType) -> str:
    return reverse("wordings:edit", args=[fact_type.pk], urlconf=settings.HOST_URLCONFS["editor"])
