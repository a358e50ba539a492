"""Kill a process between any two statements of `publish`; run as a script, never imported.

Every round forks a child that announces for 514 regions and sends itself SIGKILL before its
N-th statement (the commit counts as one). Then the parent looks at what is there. Prints one
JSON object: the number of rounds, and what was found after each kill and after the survivor.
"""

import json
import os
import sys

import django

django.setup()

from django.db import connection  # noqa: E402

from selaras.announcements.document import read_document  # noqa: E402
from selaras.announcements.models import AnnouncedFact, Announcement  # noqa: E402
from selaras.announcements.services import publish  # noqa: E402
from selaras.facts.models import ChoiceValue, FactVersion  # noqa: E402
from selaras.institutions.models import Region  # noqa: E402
from selaras.ledger.models import AuditEntry, Epoch, OwedEffect  # noqa: E402
from support.dying import die_at  # noqa: E402

TABLES = [
    Announcement, AnnouncedFact, FactVersion, ChoiceValue, AuditEntry, OwedEffect,
]  # fmt: skip
MOST_ROUNDS = 500


def document() -> str:
    levels = [Region.Level.REGENCY, Region.Level.CITY]
    codes = Region.objects.filter(level__in=levels).values_list("pk", flat=True)
    rows = "\n".join(f'    "{code}": merah' for code in codes)
    return (
        "selaras: announcement/1\nkey: uji-jatuh\ntopic: siaga-musim-hujan\nspeaker: bnpb\n"
        "title: Uji jatuh\nsummary: Uji.\ninstrument: Uji\n"
        f"facts:\n  siaga.status:\n{rows}\n...\n"
    )


def survives(text: str, fatal: int) -> bool:
    """Announce in a child that dies at a statement; whether it got through."""
    connection.close()
    child = os.fork()
    if child == 0:
        draft = read_document(text)
        die_at(fatal)
        publish(draft=draft, actor="uji")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def state() -> dict[str, int]:
    rows = {model.__name__: model._default_manager.count() for model in TABLES}
    epoch = Epoch.objects.filter(pk=1).first()
    closed = FactVersion.objects.filter(recorded_to__isnull=False).count()
    return rows | {"epoch": epoch.number if epoch else 0, "closed": closed}


def main() -> None:
    text = document()
    before = state()
    after_kills = []
    for fatal in range(1, MOST_ROUNDS):
        if survives(text, fatal):
            found = {"before": before, "after_kills": after_kills, "after": state()}
            json.dump(found, sys.stdout)
            return
        after_kills.append(state())


if __name__ == "__main__":
    main()
