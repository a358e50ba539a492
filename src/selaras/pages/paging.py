"""Lists in pages whose number is part of the address."""

from typing import TypeVar

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404

M = TypeVar("M", bound=Model)

PER_PAGE = 12


def page_of(rows: QuerySet[M], number: int) -> Page[M]:
    """The list's page with that number, from 1; Http404 beyond the last."""
    try:
        return Paginator(rows, PER_PAGE).page(number)
    except EmptyPage:
        raise Http404 from None
