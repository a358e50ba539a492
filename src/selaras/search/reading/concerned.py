"""Which entries a change concerns that reaches further than one.

Looked up when it is settled, not by who changes it.
"""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from selaras.announcements.models import AnnouncedFact, Announcement, Replacement
from selaras.embeds.models import FactUse
from selaras.institutions.models import Institution
from selaras.pages.aligning.keeping import below, text_types
from selaras.pages.holders import KIND
from selaras.search.reading import announced, bodies, counted, pages
from selaras.tallies.models import Tally

# What such a key begins with.
TREE = "tree"  # a page's place in the tree: it and all below it
SITE = "site"  # an institution by its number: itself, its pages, what it announced and counted
TOPIC = "topic"  # by its number: whatever speaks about it
LABEL = "label"  # a type of facts: whatever names it
FACTS = "facts"  # a type of facts of which something else is known: who announced it
SUCCESSION = "succession"  # an announcement, and those whose place it took
SUCCESSOR = "successor"  # a page: those whose place it took


def concerned(key: str) -> Iterator[str]:
    """The keys of all entries that it may concern, some of them perhaps more than once."""
    name, _, which = key.partition(":")
    return _CONCERNED[name](which)


def _tree(path: str) -> Iterator[str]:
    return (f"{pages.NAME}:{key}" for key in below(path))


def _site(which: str) -> Iterator[str]:
    number = int(which)
    found = Institution.objects.select_related("site__root_page").filter(pk=number).first()
    yield f"{bodies.NAME}:{number}"
    if found is not None and found.site is not None:
        yield from _tree(found.site.root_page.path)
    yield from _announced(Announcement.objects.filter(speaker=number).values_list("pk", flat=True))
    for key in Tally.objects.filter(publisher=number).values_list("pk", flat=True):
        yield f"{counted.NAME}:{key}"


def _topic(which: str) -> Iterator[str]:
    number = int(which)
    uses = FactUse.objects.filter(fact_type__topic=number)
    yield from _holders(uses.values_list("holder_kind", "holder_id"))
    told = Announcement.objects.filter(topic=number)
    yield from _announced(told.values_list("pk", flat=True))
    adopted = told.exclude(adopted_texts=None)
    for key in adopted.values_list("adopted_texts__adoption__page", flat=True):
        yield f"{pages.NAME}:{key}"
    for key in Tally.objects.filter(topic=number).values_list("pk", flat=True):
        yield f"{counted.NAME}:{key}"
    for key in Institution.objects.exclude(topics=None).values_list("pk", flat=True):
        yield f"{bodies.NAME}:{key}"


def _label(fact_type: str) -> Iterator[str]:
    uses = FactUse.objects.filter(fact_type=UUID(fact_type))
    yield from _holders(uses.values_list("holder_kind", "holder_id"))
    yield from _facts(fact_type)


def _facts(fact_type: str) -> Iterator[str]:
    """Whether something of an announcement still stands depends on what replaced its values."""
    told = AnnouncedFact.objects.filter(version__fact_type=UUID(fact_type))
    return _announced(told.values_list("announcement", flat=True).distinct())


def _succession(key: str) -> Iterator[str]:
    later = UUID(key)
    earlier = Replacement.objects.filter(later=later).values_list("earlier", flat=True).distinct()
    return _announced([later, *earlier])


def _successor(key: str) -> Iterator[str]:
    for model in text_types():
        for earlier in model.objects.filter(superseded_by=int(key)).values_list("pk", flat=True):
            yield f"{pages.NAME}:{earlier}"


def _announced(keys: Iterable[UUID]) -> Iterator[str]:
    return (f"{announced.NAME}:{key}" for key in keys)


def _holders(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{pages.NAME}:{key}" for kind, key in rows if kind == KIND)


_CONCERNED: dict[str, Callable[[str], Iterator[str]]] = {
    TREE: _tree,
    SITE: _site,
    TOPIC: _topic,
    LABEL: _label,
    FACTS: _facts,
    SUCCESSION: _succession,
    SUCCESSOR: _successor,
}
