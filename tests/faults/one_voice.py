"""Kill a process between any two statements of what a ministry does; run as a script.

Each act is done by a forked child that sends itself SIGKILL before its N-th statement that writes
(a commit counts as one), for each N or each third, until a child gets through. After every kill
the parent compares the number of rows of every table with what was there before. Prints JSON.
"""

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.utils import timezone  # noqa: E402

from selaras.accounts.models import User  # noqa: E402
from selaras.announcements.instructing.services import issue_directly  # noqa: E402
from selaras.announcements.instructing.tests.asking import REGENCIES, content  # noqa: E402
from selaras.announcements.manuscripts.content import Content  # noqa: E402
from selaras.announcements.manuscripts.queries import newest_version  # noqa: E402
from selaras.announcements.manuscripts.services import approve, save, start, submit  # noqa: E402
from selaras.announcements.models import Announcement, Manuscript  # noqa: E402
from selaras.announcements.services import (  # noqa: E402
    ask_recall,
    call_off,
    confirm_recall,
)
from selaras.facts.models import FactVersion  # noqa: E402
from selaras.institutions.models import Institution, Region, Topic  # noqa: E402
from selaras.ledger.models import Epoch, OwedEffect  # noqa: E402
from selaras.ledger.proof.checking import check  # noqa: E402
from selaras.ledger.proof.sequencing import sequence_all, sequence_batch  # noqa: E402
from selaras.ledger.worker import settle_due  # noqa: E402
from support.dying import survives  # noqa: E402
from support.thorough import EVERYTHING  # noqa: E402

ROOMS = {"announcements", "facts", "ledger", "review"}
MOST_ROUNDS = 1000
STEP = 1 if EVERYTHING else 3
FEW = 12  # regions; an announcement for all of them is one act of its own, instructions are another
Act = Callable[[], object]


def person(name: str) -> User:
    return User.objects.get(username=name)


def prepared(codes: list[str], value: str, **more: Any) -> Manuscript:
    """A manuscript that waits for its approval."""
    author = person("penyusun-bnpb")
    made = start(topic=Topic.objects.get(key="siaga-musim-hujan"), user=author)
    typed = Content(
        title=f"Uji {value}", summary="Uji.", instrument="Keputusan uji",
        rows=[["siaga.status", code, value] for code in codes], **more,
    )  # fmt: skip
    version = save(manuscript=made, content=typed, user=author, seen=1)
    submit(manuscript=made, user=author, seen=version.fingerprint)
    made.refresh_from_db()
    return made


def approving(made: Manuscript) -> Act:
    seen = newest_version(made).fingerprint
    return lambda: approve(manuscript=made, user=person("penyetuju-bnpb"), seen=seen)


def state() -> dict[str, int]:
    """How many rows each table has; what was closed or counted in place besides."""
    found = {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
    }
    epoch = Epoch.objects.filter(pk=1).first()
    return found | {
        "epoch": epoch.number if epoch else 0,
        "closed": FactVersion.objects.filter(recorded_to__isnull=False).count(),
        "called off": Announcement.objects.exclude(called_off_at=None).count(),
        "recalled": Announcement.objects.exclude(recalled_at=None).count(),
    }


def tried(act: Act) -> dict[str, Any]:
    """How often it was killed, what was torn, and what it left in the end."""
    before, torn = state(), []
    for killed, fatal in enumerate(range(1, MOST_ROUNDS, STEP)):
        if survives(act, fatal, writing=True):
            after = state()
            grown = {name: after[name] - before[name] for name in before}
            return {
                "kills": killed,
                "torn": torn,
                "grown": {name: by for name, by in grown.items() if by},
            }
        if (now := state()) != before:
            torn.append([fatal, now])
    raise AssertionError("no child got through")


def settled() -> dict[str, int]:
    """Everything that is owed, settled twice: what the second time would do again."""
    OwedEffect.objects.update(due_at=timezone.now())
    first = settle_due(limit=1000)
    before = state()
    again = settle_due(limit=1000)
    return {"first": first, "again": again, "grown again": state() != before}


def main() -> None:
    levels = [Region.Level.REGENCY, Region.Level.CITY]
    codes = [*Region.objects.filter(level__in=levels).values_list("pk", flat=True)]
    found = {"announce": tried(approving(first := prepared(codes, "merah")))}
    tomorrow = f"{timezone.now() + timedelta(days=1):%Y-%m-%dT%H:%M}"
    found["plan"] = tried(approving(prepared(codes[:FEW], "jingga", goes_live=tomorrow)))
    announced = Announcement.objects.get(manuscript=first)
    correcting = {
        "relation": "corrects",
        "earlier": str(announced.pk),
        "correction": "Tiga keliru.",
    }
    found["correct"] = tried(approving(prepared(codes[:3], "hijau", **correcting)))
    bnpb = Institution.objects.get(slug="bnpb")
    told = content(rule=REGENCIES)
    found["instruct"] = tried(lambda: issue_directly(issuer=bnpb, content=told, actor="uji"))
    planned = Announcement.objects.get(published_at__gt=timezone.now())
    author = person("penyusun-bnpb")
    found["call off"] = tried(lambda: call_off(announcement=planned, user=author, reason="Batal"))
    sequence_all()
    wrong = Announcement.objects.get(relation="corrects")
    asked = ask_recall(announcement=wrong, user=author, reason="Keliru", restores=True)
    found["recall"] = tried(lambda: confirm_recall(recall=asked, user=person("penyetuju-bnpb")))
    found["number"] = tried(sequence_batch)
    fault = check().fault
    json.dump(found | {"settled": settled(), "fault": fault and fault.words}, sys.stdout)


if __name__ == "__main__":
    main()
