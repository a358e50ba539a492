"""What each rule promises, said a second time and without its code."""

import re
from collections.abc import Callable

from matrix.cast import ANONYMOUS, FORMER, Actor
from selaras.institutions.models import Membership

Role = Membership.Role
IN, SIGN_IN, FORBIDDEN, ABSENT = "in", "sign in", "forbidden", "absent"
WRITING = {Role.WRITER, Role.APPROVER, Role.EMERGENCY, Role.AUTHOR}
KEEPING = {Role.APPROVER, Role.EMERGENCY, Role.ADMINISTRATOR}
USING = WRITING | {Role.ADMINISTRATOR}

Promise = Callable[[Actor, str], str]
OWN = r"own (?:page|institution|manuscript|announcement|instruction|received instruction) \((.*)\)"


def _own(roles: set[Role]) -> Promise:
    """Her own, with one of these roles; the rest is not there."""

    def promise(actor: Actor, owner: str) -> str:
        if not actor.roles & roles:
            return FORBIDDEN
        return IN if actor.is_own(owner) else ABSENT

    return promise


def _holds(roles: set[Role]) -> Promise:
    return lambda actor, owner: IN if actor.roles & roles else FORBIDDEN


def _viewed(actor: Actor, owner: str) -> str:
    return IN if actor.views(owner) else ABSENT


def _of_institution(roles: set[Role]) -> Promise:
    def promise(actor: Actor, owner: str) -> str:
        if Role.PLATFORM in actor.roles:
            return IN
        if not actor.is_own(owner):
            return ABSENT
        return IN if actor.roles & roles else FORBIDDEN

    return promise


def _worded(actor: Actor, owner: str) -> str:
    """The owner's authors write it; the platform looks at all."""
    if Role.PLATFORM in actor.roles:
        return IN
    return _own({Role.AUTHOR})(actor, owner)


PROMISES: dict[str, Promise] = {
    "signed in": lambda actor, owner: IN,
    "member": lambda actor, owner: IN,
    "overseer": lambda actor, owner: IN,
    # All of the cast hold their roles in a province, or stand for the platform.
    "oversees texts": lambda actor, owner: IN,
    # Besides the platform, national institutions; the cast has none of their people.
    "sees what is asked": _holds({Role.PLATFORM}),
    "viewed page": _viewed,
    "viewed institution": _viewed,
    "readable past (page_id)": _viewed,
    "own picture": _own(USING),
    "own file": _own(USING),
    # What waits in the cast's libraries was uploaded by others.
    "own upload": lambda actor, owner: ABSENT if actor.roles & USING else FORBIDDEN,
    "readable objection": _viewed,
    "own objection": _own({Role.WRITER, Role.APPROVER}),
    "objection to an own fact": _own({Role.AUTHOR, Role.APPROVER}),
    "wording of an own type": _worded,
    "copy in an own text or of an own announcement": _own(WRITING),
    "own report": _own(USING | {Role.PLATFORM}),
    "own redirect": _own(KEEPING),
    "own release (pk)": _own(WRITING),
    "own page that is open": _own(WRITING),
    "own pages, pictures or documents": _own(WRITING),
    "administrator of the institution": _of_institution({Role.ADMINISTRATOR}),
    "member of the institution": _of_institution(set(Role)),
}


def promised(rule: str, actor: Actor, owner: str) -> str:
    """What this actor is to meet at an object of this owner. Raises KeyError for a new rule."""
    if rule in {"open", "closed"}:
        return IN if rule == "open" else ABSENT
    if actor.name in {ANONYMOUS, FORMER}:
        return SIGN_IN
    if match := re.fullmatch(OWN, rule):
        return _own({Role(name) for name in match.group(1).split(", ")})(actor, owner)
    if rule.startswith("holds "):
        return _holds({Role(name) for name in rule[6:].split(" or ")})(actor, owner)
    return PROMISES[rule](actor, owner)
