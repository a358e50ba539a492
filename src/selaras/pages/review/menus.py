"""What the editor's buttons and a page's menu offer, in our words."""

from typing import Any

from django.urls import reverse
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.pages.models import BasePage
from selaras.pages.models.base import HOME_DEPTH
from selaras.pages.policies import may_withdraw
from selaras.review.policies import may_read, may_write

# Withdrawing says why at the address; a decision is made where the submitted version is read.
LEFT_OUT = (UnpublishMenuItem, WorkflowMenuItem, RestartWorkflowMenuItem)


class ReviewMenuItem(ActionMenuItem):
    """To the screen on which what waits is read and decided."""

    name: Any = "action-review"
    label = "Tinjau dan putuskan"
    icon_name = "success"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("page_review:page", args=[parent_context["page"].pk])


class SubmitAgainMenuItem(ActionMenuItem):
    """For an approver who changes what waits: her version waits then, for another."""

    name: Any = "action-submit"
    label = "Simpan dan ajukan versi ini"
    icon_name = "resubmit"


class SubmitMenuItem(SubmitForModerationMenuItem):
    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
        return context | {"label": "Ajukan untuk ditinjau"}


class EmergencyMenuItem(PublishMenuItem):
    label: Any = "Terbitkan darurat…"
    template_name = ActionMenuItem.template_name


class TakeBackMenuItem(CancelWorkflowMenuItem):
    label: Any = "Tarik pengajuan"


OURS = {
    PublishMenuItem: EmergencyMenuItem(order=70),  # type: ignore[no-untyped-call]
    CancelWorkflowMenuItem: TakeBackMenuItem(order=40),  # type: ignore[no-untyped-call]
    SubmitForModerationMenuItem: SubmitMenuItem(order=10),  # type: ignore[no-untyped-call]
}


def say_it_in_our_words(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    decides = any(isinstance(item, WorkflowMenuItem) for item in items)
    items[:] = [_ours(item) for item in items if not isinstance(item, LEFT_OUT)]
    items.sort(key=lambda item: item.order)
    if decides:
        items.insert(0, ReviewMenuItem(order=1))  # type: ignore[no-untyped-call]
        items.append(SubmitAgainMenuItem(order=61))  # type: ignore[no-untyped-call]


def _ours(item: Any) -> Any:
    for theirs, ours in OURS.items():
        if isinstance(item, theirs):
            return ours
    return item


class ReviewItem(PageMenuItem):
    label: Any = "Tinjauan"
    icon_name: Any = "tasks"
    url_name: Any = "page_review:page"

    def is_shown(self, user: User) -> bool:
        own = _own(self.page)
        return own is not None and may_read(user, own.institution)


class LinksItem(PageMenuItem):
    label: Any = "Tautan tinjauan…"
    icon_name: Any = "link"
    url_name: Any = "page_review:links"

    def is_shown(self, user: User) -> bool:
        own = _own(self.page)
        return (
            own is not None
            and own.latest_revision_id is not None
            and may_write(user, own.institution)
        )


class SupersedeItem(PageMenuItem):
    label: Any = "Nyatakan digantikan…"
    icon_name: Any = "redirect"
    url_name: Any = "page_review:supersede"

    def is_shown(self, user: User) -> bool:
        return (
            bool(self.page.live) and _own(self.page) is not None and may_withdraw(user, self.page)
        )


PAGE_ITEMS = (ReviewItem, LinksItem, SupersedeItem)


def _own(page: Page) -> BasePage | None:
    found = page if isinstance(page, BasePage) else page.specific
    return found if isinstance(found, BasePage) and found.depth >= HOME_DEPTH else None
