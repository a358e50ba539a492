"""Where an objection's screens are: on the editors' host, whoever asks."""

from django.conf import settings
from django.urls import reverse

from selaras.facts.models import Objection


def screen(name: str, *arguments: int) -> str:
    return reverse(f"objections:{name}", args=arguments, urlconf=settings.HOST_URLCONFS["editor"])


def address_of(objection: Objection) -> str:
    return screen("show", objection.pk)
