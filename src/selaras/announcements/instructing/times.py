"""How long until something is due, in words."""

from datetime import datetime

DAY, HOUR = 86_400, 3600
IN_DAYS = 2  # from so many days on, hours are not told


def time_left(due_at: datetime, now: datetime) -> str:
    """`2 hari lagi`, `5 jam lagi`, `lewat 3 hari`."""
    seconds = int(abs((due_at - now).total_seconds()))
    amount = "kurang dari satu jam"
    if seconds >= IN_DAYS * DAY:
        amount = f"{seconds // DAY} hari"
    elif seconds >= HOUR:
        amount = f"{seconds // HOUR} jam"
    return f"{amount} lagi" if due_at > now else f"lewat {amount}"
