"""What the words before a date make of it, and whether they look forward."""

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.kinds import Role

_ROLES = {
    **dict.fromkeys(
        ("mulai", "dimulai", "sejak", "semenjak", "terhitung", "per", "berlaku", "diberlakukan",
         "efektif", "tmt", "dibuka", "dari"),
        Role.FROM,
    ),
    **dict.fromkeys(
        ("sampai", "hingga", "sd", "berakhir", "ditutup", "tutup", "selambatnya", "tenggat",
         "selambat-lambatnya", "deadline"),
        Role.UNTIL,
    ),
    **dict.fromkeys(("sebelum", "menjelang", "jelang"), Role.BEFORE),
    **dict.fromkeys(("setelah", "sesudah", "usai", "selepas", "pasca"), Role.AFTER),
}  # fmt: skip
_UNTIL_PAIRS = frozenset({
    ("paling", "lambat"), ("paling", "lambatnya"), ("paling", "akhir"), ("batas", "akhir"),
    ("batas", "waktu"), ("jatuh", "tempo"), ("sampai", "dengan"), ("s", "d"),
})  # fmt: skip
_FILLERS = frozenset({"pada", "di", "tanggal", "hari", "dalam", "bulan", "tahun"})
_ON = frozenset({"pada", "tanggal", "sepanjang", "selama", "di", "dalam"})
_FORWARD = frozenset({"mulai", "dimulai", "berlaku", "diberlakukan", "efektif"})
_BACKWARD = frozenset({"sejak", "semenjak", "terhitung", "per"})
_FUTURE = frozenset({
    "akan", "bakal", "rencananya", "dijadwalkan", "direncanakan", "segera", "nanti", "hendak",
})  # fmt: skip
_PERIOD_WORDS = frozenset({"antara", "periode", "dari"})
_MOST_FILLERS = 3
_MOST_ROLE_WORDS = 3
_LOOKING_BACK = 8


def role_before(cursor: Cursor, head: int, *, is_day: bool) -> tuple[Role, int, int]:
    """The role, where its words begin, and their first token (`head` where there are none).

    "dari" begins nothing where no day follows: "naik dari tahun lalu" compares.
    """
    at, fixed = head, False
    for _ in range(_MOST_FILLERS):
        if cursor.word(at - 1) not in _FILLERS or cursor.gap(at) not in ("", ":", "."):
            break
        at -= 1
        fixed = fixed or cursor.word(at) in ("pada", "di")
    role, first = _role_at(cursor, at)
    unfit = fixed and role in (Role.BEFORE, Role.AFTER)
    if role is None or unfit or (cursor.word(first) == "dari" and not is_day):
        while at < head and cursor.word(at) not in _ON:
            at += 1
        if at == head and cursor.word(head - 1) in _ON and not cursor.gap(head):
            at = head - 1
        return Role.ON, cursor.tokens[at].start, at
    for _ in range(_MOST_ROLE_WORDS):
        more, before = _role_at(cursor, first)
        if more is not role or cursor.gap(first):
            break
        first = before
    return role, cursor.tokens[first].start, first


def period_outset(cursor: Cursor, head: int) -> int:
    """Where the words that open a period begin: "dari", "antara", "mulai", "pada"."""
    _, outset, first = role_before(cursor, head, is_day=True)
    if cursor.word(first - 1) in _PERIOD_WORDS and not cursor.gap(first):
        return cursor.tokens[first - 1].start
    return outset


def looks_ahead(cursor: Cursor, head: int, first: int, role: Role) -> bool:
    """Whether a weekday behind these words is one to come: "mulai Senin", "akan dibuka Jumat"."""
    if role in (Role.UNTIL, Role.BEFORE):
        return True
    for at in range(head - 1, first - 1, -1):
        if cursor.word(at) in _FORWARD or cursor.word(at) in _BACKWARD:
            return cursor.word(at) in _FORWARD
    for at in range(first - 1, max(first - 1 - _LOOKING_BACK, -1), -1):
        if cursor.word(at) in _FUTURE:
            return True
        if cursor.gap(at)[:1] in (".", "!", "?", "\n", ";"):
            return False
    return False


def _role_at(cursor: Cursor, index: int) -> tuple[Role | None, int]:
    """The role of the word or two before that token, and the token where they begin."""
    gap = cursor.gap(index)
    pair = (cursor.word(index - 2), cursor.word(index - 1))
    if pair in _UNTIL_PAIRS and gap in ("", ":", ".") and len(cursor.gap(index - 1)) <= 1:
        return Role.UNTIL, index - 2
    if gap not in ("", ":"):
        return None, index
    role = _ROLES.get(cursor.word(index - 1))
    return (role, index - 1) if role else (None, index)
