"""Texts stand in the way of ending a fact type that they say."""

from django.db.models import Count

from selaras.embeds.models import FactUse
from selaras.embeds.queries import where_used
from selaras.facts.ending import Ending, hinders_ending
from selaras.facts.models import FactType

MOST_NAMED = 5


@hinders_ending("embeds")
def texts_that_say(fact_type: FactType, ending: Ending) -> str:
    """How many texts in which institutions. A draft only hinders that the type is deleted.

    Raises `UsesUnknown` while the index may miss some.
    """
    uses = where_used(fact_type)
    if ending is Ending.RETIRED:
        uses = uses.filter(state=FactUse.State.LIVE)
    rows = list(
        uses.order_by()
        .values("institution__short_name")
        .annotate(texts=Count("pk"))
        .order_by("-texts", "institution__short_name")
    )
    if not rows:
        return ""
    texts = sum(row["texts"] for row in rows)
    kind = "teks terbit" if ending is Ending.RETIRED else "teks, draf juga,"
    most = [f"{row['institution__short_name']} ({row['texts']})" for row in rows[:MOST_NAMED]]
    others = len(rows) - MOST_NAMED
    more = f", dan {others} instansi lain" if others > 0 else ""
    return f"{texts} {kind} di {len(rows)} instansi: {', '.join(most)}{more}"
