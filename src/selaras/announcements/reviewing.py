"""Manuscripts as what is reviewed."""

from selaras.announcements.models import Manuscript, ManuscriptVersion
from selaras.review.versions import Subject, Version

KIND = "announcement"


def subject_of(manuscript: Manuscript) -> Subject:
    return Subject(KIND, str(manuscript.pk))


def version_of(found: ManuscriptVersion) -> Version:
    """Exactly what was saved under this number. Reads the manuscript and its speaker."""
    manuscript = found.manuscript
    return Version(
        subject=subject_of(manuscript),
        number=str(found.number),
        fingerprint=found.fingerprint,
        title=manuscript.title or manuscript.key,
        institution=manuscript.speaker,
        author=found.saved_by,
    )
