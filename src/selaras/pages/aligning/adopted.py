"""Pages that adopted a central text: their own comparison shows what changed in it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from selaras.alignment.copies.adopting import Source, registers_adopting
from selaras.pages.aligning.keeping import SOURCE
from selaras.pages.models import AdoptedText


class AdoptedPages:
    """What `alignment` asks of the room that adopts."""

    def adopted(self, sources: Collection[Source]) -> Mapping[Source, Collection[UUID]]:
        """One query, for any number of texts."""
        ids = [int(key) for of, key in sources if of == SOURCE and key.isdecimal()]
        rows = AdoptedText.objects.filter(adoption__page__in=ids).exclude(announcement=None)
        found: defaultdict[Source, set[UUID]] = defaultdict(set)
        for page, announcement in rows.values_list("adoption__page", "announcement"):
            found[SOURCE, str(page)].add(announcement)
        return found

    def address(self, announcement: UUID) -> str:
        return reverse("adopting:take", args=["pengumuman", str(announcement)])


registers_adopting("pages", AdoptedPages())
