"""Who is shown a copy: who writes for the text's institution, or for who made the announcement."""

from selaras.alignment.models import StoredCopy
from selaras.institutions.standing import WRITING, Standing


def may_mend(standing: Standing, copy: StoredCopy) -> bool:
    return standing.holds(copy.text.institution_id, *WRITING)


def may_look(standing: Standing, copy: StoredCopy) -> bool:
    return may_mend(standing, copy) or standing.holds(copy.announcement.speaker_id, *WRITING)
