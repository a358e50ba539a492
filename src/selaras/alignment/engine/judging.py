"""What the facts known on a day say of a mention."""

from collections.abc import Sequence
from datetime import date, timedelta

from selaras.alignment.engine.agreeing import agrees, is_comparable, period_of
from selaras.alignment.engine.explaining import explained, remedies
from selaras.alignment.engine.results import FINDINGS, Judgement, Mention, Verdict, Version
from selaras.alignment.engine.said import DateSaid, PeriodSaid
from selaras.alignment.engine.wording import Wording

_CERTAIN = 0.985  # the share of findings that were right, over all cases, where all was sure


def judge(
    mention: Mention, versions: Sequence[Version], *, today: date, wording: Wording
) -> Judgement:
    """Compare a mention with the versions of its type and region, of which all are looked at.

    Only what was recorded by `today` counts. A mention with days of its own is judged at these;
    another speaks of today: once true is outdated, only scheduled is premature. Never raises.
    """
    known = [one for one in versions if one.recorded_from <= today]
    verdict, version = _verdict(mention, known, today, wording)
    if wording.several and verdict is Verdict.CONFLICTING and not mention.denied:
        verdict, version = Verdict.UNKNOWN, None  # another may be right beside the known ones
    if verdict not in FINDINGS:
        return Judgement(verdict, version, changes_on=_next_change(known, today))
    return Judgement(
        verdict,
        version,
        confidence=round(_CERTAIN * mention.sureness, 3),
        explanation=explained(mention, verdict, version, _now(known, today), wording, today),
        remedies=remedies(mention, verdict, version, _now(known, today), wording),
        changes_on=_next_change(known, today),
    )


def _verdict(
    mention: Mention, known: Sequence[Version], today: date, wording: Wording
) -> tuple[Verdict, Version | None]:
    comparable = [one for one in known if is_comparable(mention.said, one.value, wording)]
    if not comparable:
        return Verdict.UNKNOWN, None
    if isinstance(mention.said, PeriodSaid | DateSaid):
        return _of_dates(mention, comparable, today, wording)
    if mention.first is not None and mention.last is not None:
        return _of_its_days(mention, comparable, wording)
    return _of_today(mention, comparable, today, wording)


def _of_its_days(
    mention: Mention, known: Sequence[Version], wording: Wording
) -> tuple[Verdict, Version | None]:
    held = [one for one in known if _overlaps(mention, one)]
    if not held:
        return Verdict.UNKNOWN, None
    right = [one for one in held if agrees(mention.said, one.value, wording)]
    if mention.denied:
        return (
            (Verdict.CONFLICTING, right[0])
            if len(right) == len(held)
            else (Verdict.ALIGNED, held[0])
        )
    return (Verdict.ALIGNED, right[0]) if right else (Verdict.CONFLICTING, held[-1])


def _overlaps(mention: Mention, version: Version) -> bool:
    """Whether the version holds on any of the mention's own days."""
    first, last = mention.first or date.min, mention.last or date.max
    return version.valid_from <= last and (version.valid_to is None or first < version.valid_to)


def _of_today(
    mention: Mention, known: Sequence[Version], today: date, wording: Wording
) -> tuple[Verdict, Version | None]:
    now = [one for one in known if one.holds_on(today)]
    right = [one for one in known if agrees(mention.said, one.value, wording)]
    right_now = [one for one in now if one in right]
    if mention.denied:
        wrong = bool(right_now) and len(right_now) == len(now)
        return (Verdict.CONFLICTING if wrong else Verdict.ALIGNED), next(
            iter(right_now or now), None
        )
    if right_now:
        return Verdict.ALIGNED, right_now[0]
    past = [one for one in right if one.valid_from <= today]
    if past:
        return Verdict.OUTDATED, past[-1]
    if right:
        return Verdict.PREMATURE, right[0]
    if not now:
        return Verdict.UNKNOWN, None
    return Verdict.CONFLICTING, now[0]


def _of_dates(
    mention: Mention, known: Sequence[Version], today: date, wording: Wording
) -> tuple[Verdict, Version | None]:
    """The value is itself a date: history when it names what is over and does not say "now"."""
    if mention.first is not None and not any(_overlaps(mention, one) for one in known):
        other = next((one for one in known if _is_of_another_year(mention, one)), None)
        return (Verdict.CONFLICTING if other else Verdict.UNKNOWN), other
    right = [one for one in known if agrees(mention.said, one.value, wording)]
    now = [one for one in known if one.holds_on(today)]
    held = [one for one in now if one in right]
    if held or mention.denied:
        wrong = mention.denied and bool(held)
        return (Verdict.CONFLICTING if wrong else Verdict.ALIGNED), next(iter(held), None)
    past = [one for one in right if one.valid_from <= today]
    if past:
        stale = mention.current or _is_replaced(mention, past[-1], now)
        return (Verdict.OUTDATED if stale else Verdict.ALIGNED), past[-1]
    if right:
        return (Verdict.PREMATURE if mention.current else Verdict.ALIGNED), right[0]
    nearest = _nearest(mention, known, now, today)
    if nearest is None or _gap(mention, nearest) > _NEAR:
        return Verdict.UNKNOWN, None
    return Verdict.CONFLICTING, nearest


def _is_of_another_year(mention: Mention, version: Version) -> bool:
    """ "21–25 Juli 2020" for 2021: the same days of another year."""
    said = mention.said
    if not isinstance(said, PeriodSaid) or mention.denied:
        return False
    pairs = zip((said.start, said.end), period_of(version.value), strict=True)
    return all(
        one is None or ((one.month, one.day) == (true.month, true.day) and one.year != true.year)
        for one, true in pairs
    )


def _is_replaced(mention: Mention, before: Version, now: Sequence[Version]) -> bool:
    """An end alone, where another one holds now, or a period that was extended."""
    if not isinstance(mention.said, PeriodSaid) or mention.said.end is None or not now:
        return False
    return mention.first is None or _is_extended(before, now[0])


def _nearest(
    mention: Mention, known: Sequence[Version], now: Sequence[Version], today: date
) -> Version | None:
    """What it can have been meant to say: of periods one that is not over."""
    lasting = [one for one in known if one.valid_to is None or one.valid_to > today]
    among = known if isinstance(mention.said, DateSaid) else now or lasting
    return min(among, key=lambda one: _gap(mention, one), default=None)


def _is_extended(before: Version, now: Version) -> bool:
    """The same period with another end: the earlier one is no history, it was replaced."""
    return period_of(before.value)[0] == period_of(now.value)[0] and before is not now


_NEAR = timedelta(days=400)


def _gap(mention: Mention, version: Version) -> timedelta:
    said = mention.said
    if isinstance(said, DateSaid):
        return abs(said.first - date.fromisoformat(str(version.value)))
    start, end = period_of(version.value)
    assert isinstance(said, PeriodSaid)  # noqa: S101 for the type checker: the caller chose it
    return abs(said.start - start) if said.start else abs((said.end or end) - end)


def _now(known: Sequence[Version], today: date) -> Version | None:
    return next((one for one in known if one.holds_on(today)), None)


def _next_change(known: Sequence[Version], today: date) -> date | None:
    """The next day on which one of the versions begins or ends."""
    days = {one.valid_from for one in known} | {one.valid_to for one in known if one.valid_to}
    return min((day for day in days if day > today), default=None)
