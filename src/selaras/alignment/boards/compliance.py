"""Instructions see whether published texts say a fact rightly."""

from collections.abc import Collection, Mapping

from django.db.models import Count, F, Max, Q

from selaras.alignment.boards.findings import justified
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention
from selaras.announcements.instructing.compliance import Seen, embeds_the_fact, registers_check
from selaras.announcements.models import Instruction
from selaras.institutions.models import Institution

SAYS = "says-fact"
WRONG = (Verdict.CONFLICTING, Verdict.OUTDATED)


@registers_check(SAYS, "teks yang terbit di situs instansi menyebut dengan benar", about_fact=True)
def says_it_rightly(instruction: Instruction, institutions: Collection[int]) -> Mapping[int, Seen]:
    """A published text says or embeds the fact for the institution's own region, none otherwise.

    Where one says otherwise, the answer is that it was seen, and that it does not comply.
    """
    wrong = Q(verdict__in=WRONG) & ~justified()
    said = (
        StoredMention.objects.filter(
            fact_type=instruction.check_fact_id,
            region=F("text__region"),
            text__state=CheckedText.State.PUBLISHED,
            text__institution__in=institutions,
        )
        .order_by()
        .values_list("text__institution")
        .annotate(
            right=Count("pk", filter=Q(verdict=Verdict.ALIGNED)),
            wrong=Count("pk", filter=wrong),
            address=Max("text__address", filter=wrong),
            good=Max("text__address", filter=Q(verdict=Verdict.ALIGNED)),
        )
    )
    found = dict(embeds_the_fact(instruction, institutions))
    sites = _sites([pk for pk, *_ in said])
    for pk, right, count, address, good in said:
        if count:
            words = f"{count} pernyataan di teks terbit berkata lain"
            found[pk] = Seen(words, address or sites[pk], complies=False)
        elif right and pk not in found:
            found[pk] = Seen(f"{right} pernyataan di teks terbit sudah benar", good or sites[pk])
    return found


def _sites(institutions: Collection[int]) -> dict[int, str]:
    return {one.pk: f"{one.url}/" for one in Institution.objects.filter(pk__in=institutions)}
