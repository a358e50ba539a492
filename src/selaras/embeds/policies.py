"""Who may see which uses of a fact."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from selaras.accounts.models import User
from selaras.embeds.models import FactUse
from selaras.facts.models import FactType
from selaras.institutions.standing import standing_of


def uses_for(
    user: User | AnonymousUser, fact_type: FactType, uses: QuerySet[FactUse]
) -> tuple[QuerySet[FactUse], int]:
    """The uses that this person may see, and how many there are besides.

    She reads what her institutions, and those over which they have a view, write. The fact's owner
    also sees who says it to the public; a draft of somebody else is not its business yet.
    """
    standing = standing_of(user)
    if standing.everything:
        return uses, 0
    readable = Q(institution__in=standing.viewed)
    if standing.holds(fact_type.owner):
        readable |= Q(state=FactUse.State.LIVE)
    visible = uses.filter(readable)
    return visible, uses.count() - visible.count()
