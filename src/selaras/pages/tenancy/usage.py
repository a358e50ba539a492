"""Where something is used: only on the sites for which the person writes."""

from typing import Any

from wagtail.documents.views.documents import UsageView as FileUsageView
from wagtail.images.views.images import UsageView as PictureUsageView
from wagtail.models import ReferenceIndex

from selaras.pages.tenancy.scope import own_references


class OwnUsage:
    """Wagtail counts and types what others keep, and only hides its title."""

    request: Any
    object: Any

    def get_queryset(self) -> Any:
        used = ReferenceIndex.get_references_to(self.object)
        return used.filter(own_references(self.request.user)).group_by_source_object()


class OwnPictureUsage(OwnUsage, PictureUsageView):
    pass


class OwnFileUsage(OwnUsage, FileUsageView):
    pass
