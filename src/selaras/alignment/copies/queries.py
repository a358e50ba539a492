"""Reads of copies: what an institution still says in an older version, or after a withdrawal."""

from collections.abc import Collection

from django.db.models import Count, QuerySet

from selaras.alignment.models import CheckedText, StoredCopy

OLD = (StoredCopy.State.OLD, StoredCopy.State.WITHDRAWN)
Published = CheckedText.State.PUBLISHED


def old_copies(institutions: Collection[int]) -> QuerySet[StoredCopy]:
    """Parts of their published texts to be mended: withdrawn first, then the largest; one query.

    Each with its text, the version that it repeats and what stands now.
    """
    found = StoredCopy.objects.filter(
        text__institution__in=institutions, text__state=Published, state__in=OLD
    )
    return with_versions(found).order_by("-state", "-words", "pk")


def old_copy_counts(institutions: Collection[int]) -> dict[int, int]:
    """How many published texts of each have such parts; those without are left out. One query."""
    rows = StoredCopy.objects.filter(
        text__institution__in=institutions, text__state=Published, state__in=OLD
    )
    counted = (
        rows.order_by().values("text__institution").annotate(texts=Count("text", distinct=True))
    )
    return dict(counted.values_list("text__institution", "texts"))


def with_versions(found: QuerySet[StoredCopy]) -> QuerySet[StoredCopy]:
    return found.select_related(
        "text__institution__region", "announcement__speaker__region", "current__speaker__region"
    )
