"""Pages of institutions for searches, and what was found of them."""

from typing import Any

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import BANDUNG, article, home_of
from selaras.search.asking import Question
from selaras.search.finding import find
from selaras.search.found import Found

CITY, PROVINCE, NEIGHBOUR, COUNTRY = "32.73", "32", "32.04", "00"


def written(
    title: str, slug: str = BANDUNG, words: str = "", of: str = "", **fields: Any
) -> ArticlePage:
    """A published article of an institution; it says the fact `of` which this is the key."""
    name = f"artikel-{ArticlePage.objects.count()}"
    said = EmbedSpec(FactType.objects.get(key=of).pk).tag() if of else ""
    body = [{"type": "paragraph", "value": f"<p>{words or 'Keterangan lengkap.'} {said}</p>"}]
    return article(name, home_of(slug), title=title, lead=f"{title}.", body=body, **fields)


def asked(text: str, region: str = COUNTRY, **fields: Any) -> Found:
    return find(Question(text, region, **fields))


def titles(found: Found) -> list[str]:
    return [one.title.text for one in found.results]


def keys(found: Found) -> list[int]:
    """The numbers of the pages that were found."""
    return [int(one.key.partition(":")[2]) for one in found.results if one.key.startswith("page:")]
