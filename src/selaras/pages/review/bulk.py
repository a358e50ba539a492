"""Several pages that were ticked: submitted together, in the place of Wagtail's publishing."""

from collections.abc import Sequence
from typing import Any

from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from selaras.pages.models import BasePage
from selaras.pages.review.people import person
from selaras.pages.review.services import submit
from selaras.review.policies import may_write
from selaras.review.states import State


class SubmitManyAction(PageBulkAction):
    """Takes the name of Wagtail's own action, so that there is no other under that name."""

    display_name = "Ajukan"
    action_type = "publish"
    aria_label = "Ajukan halaman yang dipilih"
    template_name = "pages/review/submit_many.html"
    action_priority = 40

    def check_perm(self, page: Page) -> bool:
        found = page.specific
        return (
            isinstance(found, BasePage)
            and may_write(person(self.request.user), found.institution)
            and found.latest_revision_id is not None
            and found.shown_state.draft is State.DRAFT
        )

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects: Sequence[Page], **context: Any) -> tuple[int, int]:
        for page in objects:
            submit(page=page.specific, user=context["user"])
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects} halaman diajukan."
