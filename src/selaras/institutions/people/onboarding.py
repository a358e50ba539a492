"""First steps: what a new person does first. Rooms name them, each for its own roles."""

from collections.abc import Callable
from dataclasses import dataclass, field

from selaras.accounts.models import User
from selaras.institutions.models import FirstStep
from selaras.institutions.standing import standing_of


@dataclass(frozen=True, kw_only=True)
class Step:
    """`address` leads there (None: not for this person). Without `done` she ticks it off herself.

    `roles`: who is asked, by a role anywhere; empty: everybody. `order`: small first.
    """

    key: str
    title: str
    help: str
    address: Callable[[User], str | None]
    roles: frozenset[str] = field(default_factory=frozenset)
    done: Callable[[User], bool] | None = None
    order: int = 50


@dataclass(frozen=True)
class Shown:
    step: Step
    url: str
    done: bool

    @property
    def by_herself(self) -> bool:
        return self.step.done is None


_steps: dict[str, Step] = {}


def step(
    key: str,
    *,
    title: str,
    help: str,
    address: Callable[[User], str | None],
    roles: tuple[str, ...] = (),
    done: Callable[[User], bool] | None = None,
    order: int = 50,
) -> None:
    """Name a first step; once, when the room's app is ready."""
    if key in _steps:
        raise RuntimeError(f"two first steps are called {key}")
    _steps[key] = Step(
        key=key,
        title=title,
        help=help,
        address=address,
        roles=frozenset(roles),
        done=done,
        order=order,
    )


def steps() -> list[Step]:
    return sorted(_steps.values(), key=lambda one: (one.order, one.key))


def first_steps(user: User) -> list[Shown]:
    """The steps of this person; none where she put the list away or has done everything."""
    ticked = set(FirstStep.objects.filter(user=user).values_list("key", flat=True))
    if FirstStep.AWAY in ticked:
        return []
    standing = standing_of(user)
    shown = []
    for one in steps():
        if one.roles and not standing.institutions(*one.roles):
            continue
        url = one.address(user)
        if url is not None:
            done = one.done(user) if one.done else one.key in ticked
            shown.append(Shown(one, url, done))
    return [] if all(one.done for one in shown) else shown
