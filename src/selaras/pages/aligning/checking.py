"""The text of a page against the facts: while it is written, in review, before it is public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from selaras.alignment.engine.results import Finding, Verdict
from selaras.alignment.queries.lexicon import lexicon
from selaras.alignment.queries.reasons import Key, key_of, reasons_of
from selaras.alignment.services.reading import examine
from selaras.alignment.services.texts import Joined, TextPart
from selaras.institutions.models import Institution
from selaras.pages.aligning.keeping import NEWS, SOURCE, dated
from selaras.pages.aligning.parts import parts_of
from selaras.pages.models.base import BasePage

WORST_FIRST = (Verdict.CONFLICTING, Verdict.OUTDATED, Verdict.PREMATURE, Verdict.INCONSISTENT)


@dataclass(frozen=True)
class Located:
    """A finding in one part: `start` and `end` are code points of that part's text.

    `reason` is why it is right all the same, `mandatory` that only the fact's owner may say so.
    """

    part: str
    start: int
    end: int
    finding: Finding
    reason: str = ""
    mandatory: bool = False

    @property
    def bars(self) -> bool:
        """Whether the text may not be published with it."""
        return self.mandatory and not self.reason


def findings_in(
    parts: Sequence[TextPart],
    *,
    institution: Institution,
    today: date | None = None,
    reasons: Mapping[Key, str],
) -> list[Located]:
    """What in these parts, said by the institution, is otherwise; in their order.

    `today` is the day that "now" means; without one it is the day where the institution is.
    """
    joined, region = Joined(parts), institution.region
    if not joined.text.strip():
        return []
    day = today or region.local(timezone.now()).date()
    found = examine(joined.text, region=region.pk, today=day).findings
    must = _mandatory() if found else frozenset()
    return [_located(one, joined, reasons, must) for one in found]


def findings_of(page: BasePage, revision: Revision) -> list[Located]:
    """The same for a version of the page as it is stored, with the reasons that were given."""
    written: Any = revision.as_object()
    body = getattr(written, "body", None)
    return findings_in(
        parts_of(
            written.title,
            getattr(written, "lead", ""),
            body.get_prep_value() if body is not None else [],
        ),
        institution=page.institution,
        today=day_of(page, getattr(written, "dated", None), public_at=written.go_live_at),
        reasons=reasons_of(SOURCE, str(page.pk)),
    )


def day_of(page: BasePage, dateline: datetime | None, public_at: datetime | None = None) -> date:
    """The day that "now" means in a draft: when it becomes public, at the earliest today.

    In news that was public long ago it is that of its dateline.
    """
    now, region = timezone.now(), page.institution.region
    today = region.local(max(now, public_at or now)).date()
    if page.first_published_at is None or not isinstance(page, NEWS):
        return today
    day, since = dated(dateline, region)
    return day if day and since and since <= today else today


def worst_first(found: Sequence[Located]) -> list[Located]:
    """What bars publishing, then by verdict and confidence; what has a reason comes last."""
    return sorted(
        found,
        key=lambda one: (
            bool(one.reason),
            not one.bars,
            WORST_FIRST.index(one.finding.verdict),
            -one.finding.confidence,
        ),
    )


def _located(
    one: Finding, joined: Joined, reasons: Mapping[Key, str], must: frozenset[str]
) -> Located:
    part, start, end = joined.place(one.start, one.end)
    mandatory = one.mention is not None and one.mention.type_key in must
    return Located(part.name, start, end, one, reasons.get(key_of(one), ""), mandatory)


def _mandatory() -> frozenset[str]:
    return frozenset(key for key, one in lexicon().wordings.items() if one.mandatory)
