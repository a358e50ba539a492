"""What the editor's form sent, as the content of a manuscript: right or wrong, nothing is lost."""

import re
from itertools import zip_longest

from django.http import QueryDict

from selaras.announcements.grid.receiving import Received
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.models import Manuscript, Relation
from selaras.institutions.access import is_key

# What neither a browser shows nor a database keeps; a line break and a tab are kept.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def content_typed(manuscript: Manuscript, data: QueryDict, received: Received) -> Content:
    """The fields of `manuscripts/edit.html`; `received` is what its grid sent.

    Empty lines of what can be repeated are left out. Only invented topics can be drilled with,
    and only their form says so.
    """
    return Content(
        title=_text(data, "title"),
        summary=_text(data, "summary"),
        messages=[one for one in _texts(data, "messages") if one.strip()],
        questions=_pairs(data, "question", "answer"),
        contacts=_pairs(data, "contact", "reach"),
        attachments=[int(key) for key in dict.fromkeys(data.getlist("attachments")) if is_key(key)],
        audience=list(dict.fromkeys(_texts(data, "audience"))),
        instrument=_text(data, "instrument"),
        instrument_url=_text(data, "instrument_url"),
        starts=_text(data, "starts"),
        ends=_text(data, "ends"),
        goes_live=_moment(data),
        rows=received.rows,
        relation=_text(data, "relation") or Relation.NEW.value,
        earlier=_text(data, "earlier"),
        correction=_text(data, "correction"),
        drill=manuscript.topic.demonstration and bool(data.get("drill")),
    )


def _moment(data: QueryDict) -> str:
    """`2026-12-01T20:00:00`; nothing where it goes at once. Half of it stays half of it."""
    if data.get("when") != "later":
        return ""
    day, clock = _text(data, "live_day").strip(), _text(data, "live_time").strip()
    return f"{day}T{clock}"


def _pairs(data: QueryDict, first: str, second: str) -> list[list[str]]:
    found = zip_longest(_texts(data, first), _texts(data, second), fillvalue="")
    return [[left, right] for left, right in found if left.strip() or right.strip()]


def _text(data: QueryDict, name: str) -> str:
    return _kept(data.get(name, ""))


def _texts(data: QueryDict, name: str) -> list[str]:
    return [_kept(one) for one in data.getlist(name)]


def _kept(text: str) -> str:
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))
