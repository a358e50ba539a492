"""Who may see which uses of a fact."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from selaras.accounts.models import User
from selaras.embeds.models import FactUse
from selaras.facts.models import FactType
from selaras.institutions.queries import institutions_of


def uses_for(
    user: User | AnonymousUser, fact_type: FactType, uses: QuerySet[FactUse]
) -> tuple[QuerySet[FactUse], int]:
    """The uses that this person may see, and how many there are besides.

    The fact's owner sees all of them, for it is its fact; others see their own institutions'.
    """
    mine = institutions_of(user)
    if user.is_superuser or mine.filter(pk=fact_type.owner.pk).exists():
        return uses, 0
    visible = uses.filter(institution__in=mine)
    return visible, uses.count() - visible.count()
