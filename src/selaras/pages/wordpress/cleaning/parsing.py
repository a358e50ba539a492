"""HTML of any quality as a tree that is never too deep to walk through."""

import warnings
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag

DEEPEST = 60
_RAW = {"script", "style"}  # what stands in these is no text
_ROW_PARTS = {"td", "th"}
# An end tag that may be missing: the next one of these ends an open one of those, ...
_ENDS = {
    "p": {"p"},
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr"},
    "td": _ROW_PARTS,
    "th": _ROW_PARTS,
}
# ... but none that lies outside of one of these.
_BARRIERS = {
    "p": {"li", "td", "th", "dd", "div", "blockquote", "figure", "section", "article", "details"},
    "li": {"ul", "ol", "menu"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"table"},
    "td": {"table"},
    "th": {"table"},
}


def parsed(html: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return _ShallowSoup(html, "html.parser")


class _ShallowSoup(BeautifulSoup):
    """Ends what should have ended; leaves out elements that lie too deep, but not their text.

    A tree of thousands of levels would exhaust the stack of whoever walks through it.
    """

    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:
        for step in reversed(self.tagStack):
            if step.name in _ENDS.get(name, ()):
                self.handle_endtag(step.name)
                break
            if step.name in _BARRIERS.get(name, ()):
                break
        if len(self.tagStack) > DEEPEST and name not in _RAW:
            return None
        return super().handle_starttag(name, *args, **kwargs)
