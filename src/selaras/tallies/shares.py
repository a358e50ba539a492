"""Shares that add up: the method of the largest remainder (Hamilton's)."""

from collections.abc import Sequence
from decimal import Decimal


def largest_remainder(counts: Sequence[int], *, decimals: int = 1) -> tuple[Decimal, ...]:
    """Each count's share in percent, exact to `decimals` places; together exactly 100.

    Every share is rounded down, and the units that are then missing go to the largest
    remainders; of equal ones to the larger count, then to the earlier. A larger count never
    gets a smaller share. Where all counts are zero, all shares are zero.
    Raises ValueError for a negative count.
    """
    if any(count < 0 for count in counts):
        raise ValueError(f"a negative count among {list(counts)}")
    total = sum(counts)
    if total == 0:
        return tuple(Decimal(0).scaleb(-decimals) for _ in counts)
    whole = 100 * 10**decimals
    units = [count * whole // total for count in counts]
    by_claim = sorted(
        range(len(counts)),
        key=lambda place: (-(counts[place] * whole % total), -counts[place], place),
    )
    for place in by_claim[: whole - sum(units)]:
        units[place] += 1
    return tuple(Decimal(count).scaleb(-decimals) for count in units)
