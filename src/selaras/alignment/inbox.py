"""What is to be mended, as the inbox tells it: one entry for each institution."""

from django.db.models import Count, Min, Q
from django.urls import reverse

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.models import User
from selaras.alignment.boards.findings import MANDATORY, justified, own_findings
from selaras.alignment.boards.words import VERDICTS
from selaras.alignment.engine.results import FINDINGS
from selaras.alignment.models import CheckedText
from selaras.institutions.standing import WRITING, standing_of

PUBLIC = Q(text__state=CheckedText.State.PUBLISHED)
NAMES = "text__institution__slug", "text__institution__short_name"


@fills_inbox("alignment: findings")
def findings(user: User) -> Waiting:
    """What no reason was given for, in the texts of the institutions for which she writes."""
    own = standing_of(user).institutions(*WRITING)
    each = {verdict.value: Count("pk", filter=Q(verdict=verdict)) for verdict in FINDINGS}
    found = (
        own_findings(own)
        .filter(~justified())
        .order_by()
        .values(*NAMES)
        .annotate(
            **each,
            public=Count("pk", filter=PUBLIC),
            mandatory=Count("pk", filter=PUBLIC & MANDATORY),
            count=Count("pk"),
            since=Min("judged_at"),
        )
        .order_by("since")
    )
    rows = list(found) if own else []
    return Waiting([_item(row) for row in rows[:MOST]], len(rows))


def _item(row: dict[str, object]) -> Item:
    slug, name = (str(row[field]) for field in NAMES)
    worst = next(verdict for verdict in FINDINGS if row[verdict.value])
    kinds = f"terberat: {VERDICTS[worst].lower()}"
    where = f"{row['public']} di teks terbit, " if row["public"] else "semuanya di draf, "
    return Item(
        kind="Tidak selaras dengan fakta resmi",
        title=f"{row['count']} pernyataan perlu dibenahi",
        url=f"{reverse('alignment:list')}?instansi={slug}",
        urgency=_urgency(row),
        since=row["since"],  # type: ignore[arg-type]
        detail=f"{where}{kinds}",
        institution=name,
    )


def _urgency(row: dict[str, object]) -> Urgency:
    """What contradicts a mandatory fact in public is harm; in drafts nothing is yet."""
    if row["mandatory"]:
        return Urgency.NOW
    return Urgency.OWN_WORK if row["public"] else Urgency.ADVICE
