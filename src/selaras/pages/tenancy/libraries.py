"""Pictures and documents: the lists and choosers offer the tags of one's own."""

from typing import Any

from wagtail.admin.filters import BaseMediaFilterSet, PopularTagsFilter
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as FileIndexView
from wagtail.images.views.chooser import ImageChooseView
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as PictureIndexView

from selaras.media.models import Picture
from selaras.pages.tenancy.tags import MOST_OFFERED, own_tags


class OwnTags(BaseMediaFilterSet):
    """Wagtail offers the ten most popular tags of all institutions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        offered: PopularTagsFilter | None = self.filters.get("tag")
        if offered is None:
            return
        own = own_tags(self.request.user, self._meta.model)[:MOST_OFFERED]
        offered.extra["choices"] = [(tag.name, tag.name) for tag in own]
        if not offered.extra["choices"]:
            del self.filters["tag"]


class OwnPictureFilters(OwnTags, ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        pass


class OwnFileFilters(OwnTags, DocumentsFilterSet):
    class Meta(DocumentsFilterSet.Meta):
        pass


class OwnPictures(PictureIndexView):
    filterset_class = OwnPictureFilters


class OwnFiles(FileIndexView):
    filterset_class = OwnFileFilters


class OwnPictureChooser(ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        own = own_tags(self.request.user, Picture)[:MOST_OFFERED]
        return context | {"popular_tags": own}
