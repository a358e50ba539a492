"""Asking as websites elsewhere do, about facts of the invented topic."""

import json
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import BANDUNG, say

STATUS = f"/sematan/fakta/siaga.status/{BANDUNG}"


def ask(path: str, **headers: str) -> HttpResponse:
    answer: HttpResponse = Client(headers={"host": "localhost", **headers}).get(path)
    return answer


def read(path: str) -> dict[str, Any]:
    answer = ask(path)
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


def status(text: str, *, days_ago: int = 10, days: int | None = None) -> FactVersion:
    """Say the status of Bandung from some days ago, for so many days."""
    start = timezone.now() - timedelta(days=days_ago)
    end = start + timedelta(days=days) if days else None
    return say(type_of(), BANDUNG, text, start, end, source="Keputusan uji")


def type_of(key: str = "siaga.status") -> FactType:
    return fact_type(key)
