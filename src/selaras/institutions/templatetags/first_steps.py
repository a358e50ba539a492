"""The first steps of the person who is signed in."""

from typing import Any

from django import template

from selaras.accounts.models import User
from selaras.institutions.people.onboarding import first_steps as steps_of

register = template.Library()


@register.inclusion_tag("institutions/people/first_steps.html", takes_context=True)
def first_steps(context: dict[str, Any], empty: str = "") -> dict[str, Any]:
    """The list; where there is none, the sentence in `empty`. Needs `request` in the context."""
    request = context["request"]
    steps = steps_of(request.user) if isinstance(request.user, User) else []
    return {
        "steps": steps,
        "done": sum(one.done for one in steps),
        "here": request.path,
        "empty": empty,
        "csrf_token": context.get("csrf_token"),
    }
