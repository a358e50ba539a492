"""Which version of a page an editor has seen, and whether somebody has saved another one since.

The editor's form says it in two fields. Our script keeps them up with every automatic save; without
the script they are those that Wagtail wrote into the form when it was loaded.
"""

from collections.abc import Mapping

from wagtail.models import Revision

NAMES = (("seen_revision", "seen_at"), ("loaded_revision_id", "loaded_revision_created_at"))
OVERWRITTEN = "overwrite_revision_id"
DIGITS = 18  # of a key: more do not fit into the database


def is_outdated(form: Mapping[str, str], newest: Revision | None) -> bool:
    """Whether the form was written over another version than the newest.

    A version that is saved automatically keeps its number and gets a new time. A form that says
    nothing, as one sent by a program, is taken as up to date.
    """
    if newest is None:
        return False
    for number, moment in NAMES:
        if form.get(number):
            same = form[number] == str(newest.pk)
            return not (same and form.get(moment) == newest.created_at.isoformat())
    overwritten = form.get(OVERWRITTEN)
    return bool(overwritten) and overwritten != str(newest.pk)


def key_of(text: str) -> int:
    """The key that a form names; 0, which no row has, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else 0
