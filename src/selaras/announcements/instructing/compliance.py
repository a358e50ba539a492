"""How the machine sees that an institution complied. Rooms above may register further ways.

What is seen is computed when it is read, so it is always as of now; `record_evidence` keeps what
was seen once.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from selaras.announcements.models import Instruction
from selaras.embeds.models import FactUse

EMBEDS = "embeds-fact"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in words, where, and since when, as far as that is known.

    `complies` is false where the opposite of what was asked was seen.
    """

    words: str
    url: str = ""
    when: datetime | None = None
    complies: bool = True


# Gets the keys of all institutions at once; answers for those of which something was seen, in a
# constant number of queries.
Provider = Callable[[Instruction, Collection[int]], Mapping[int, Seen]]


@dataclass(frozen=True, slots=True)
class Check:
    """`label` completes "Mesin memeriksa: …"; `about_fact` says that a type of fact is chosen."""

    name: str
    label: str
    provider: Provider
    about_fact: bool = False


_checks: dict[str, Check] = {}


def registers_check(
    name: str, label: str, *, about_fact: bool = False
) -> Callable[[Provider], Provider]:
    """Name a way to see compliance; done once, when the room's app is ready."""

    def register(provider: Provider) -> Provider:
        if name in _checks and _checks[name].provider is not provider:
            raise RuntimeError(f"two checks of compliance are called {name}")
        _checks[name] = Check(name, label, provider, about_fact)
        return provider

    return register


def checks() -> Mapping[str, Check]:
    return dict(_checks)


def seen_by(instruction: Instruction, institutions: Collection[int]) -> Mapping[int, Seen]:
    """What the machine sees of each now; empty where nothing is checked."""
    check = _checks.get(instruction.check_name)
    return check.provider(instruction, institutions) if check else {}


def words_of(instruction: Instruction) -> str:
    """What the machine looks for; empty where it looks for nothing."""
    check = _checks.get(instruction.check_name)
    if check is None:
        return ""
    fact = instruction.check_fact
    return f'{check.label} "{fact.label}"' if check.about_fact and fact else check.label


@registers_check(EMBEDS, "teks yang terbit di situs instansi memuat fakta", about_fact=True)
def embeds_the_fact(instruction: Instruction, institutions: Collection[int]) -> Mapping[int, Seen]:
    """A published text of the institution says the fact."""
    uses = FactUse.objects.filter(
        fact_type=instruction.check_fact_id,
        state=FactUse.State.LIVE,
        institution__in=institutions,
    ).select_related("institution")
    return {
        use.institution_id: Seen(f'"{use.title}" memuat faktanya', f"{use.institution.url}/")
        for use in uses.order_by("-pk")
    }
