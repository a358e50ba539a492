"""Who may reach the screens of wordings."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.alignment.wordings.policies import LOOKING, may_look
from selaras.facts.models import FactType
from selaras.institutions.access import holding, judge_standing


def _worded(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *LOOKING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = FactType.objects.filter(pk=kwargs["type_id"]).values_list("topic__owner", flat=True)
    owner = found.first()
    seen = owner is not None and may_look(request.user, owner)
    return Verdict.ALLOWED if seen else Verdict.ABSENT


WORDED = Rule("wording of an own type", _worded)


def state_all() -> None:
    state(holding(*sorted(LOOKING)), "wordings:list")
    state(WORDED, "wordings:edit")
