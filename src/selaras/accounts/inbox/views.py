"""The first screen after sign-in."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.accounts.inbox.registry import Urgency, inbox_of
from selaras.accounts.inbox.starts import starts_for
from selaras.accounts.models import User


class InboxView(WagtailAdminTemplateMixin, TemplateView):
    """What waits for the person, and what she may begin."""

    template_name = "accounts/inbox/home.html"
    page_title = "Kotak masuk"
    header_icon = "mail"
    breadcrumbs_items: Any = ({"url": "", "label": page_title},)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        user = self.request.user
        if isinstance(user, User):
            waiting = inbox_of(user)
            context["waiting"] = waiting
            context["more"] = waiting.total - len(waiting.items)
        context["starts"] = starts_for(self.request)
        context["urgencies"] = Urgency
        return context


inbox = require_admin_access(InboxView.as_view())
