"""What both databases' backends do otherwise than Wagtail's: no ranking, no query that breaks."""

from typing import Any

from selaras.pages.search_backend.plain import says_nothing, words_only
from selaras.pages.search_backend.reading import ReadOnce


class UnrankedCompiler:
    """To stand before a query compiler of Wagtail's: results keep the caller's order."""

    query: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = words_only(self.query)

    def search(self, *args: Any, **kwargs: Any) -> Any:
        if says_nothing(self.query):
            return self.queryset.none()  # type: ignore[attr-defined]
        self.order_by_relevance = False
        return super().search(*args, **kwargs)  # type: ignore[misc]


class UnrankedIndex:
    """To stand before an index of Wagtail's: what only the ranking needs is not kept."""

    def add_items(self, model: Any, objs: Any) -> None:
        super().add_items(model, [ReadOnce(one) for one in objs])  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:
        """The length of titles; on SQLite, writing it would fill the index twice."""
