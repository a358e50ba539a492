"""The statements: which rule holds for which route."""

from selaras.accounts.access import CLOSED, OPEN, state
from selaras.institutions.access import MEMBER, holding, own_institution
from selaras.institutions.models import Membership
from selaras.institutions.standing import WRITING
from selaras.media.access import USERS
from selaras.pages.access.redirects import own_redirect
from selaras.pages.access.reports import OWN_REPORT
from selaras.pages.access.rules import EDITED, TICKED, own_page
from selaras.pages.past.access import READABLE_PAST
from selaras.pages.policies import HANDLING
from selaras.pages.tenancy.redirects.policies import KEEPERS

Role = Membership.Role
WRITERS = holding(*sorted(WRITING))
APPROVERS = frozenset({Role.APPROVER, Role.EMERGENCY})
CLOSED_API = (
    "pages:find pages:action documents:listing documents:detail documents:find"
    " images:listing images:detail images:find"
)
CLOSED_WORKFLOWS = (
    "index index_results add enable disable edit usage usage_results remove add_task"
    " select_task_type task_index task_index_results edit_task disable_task enable_task"
    " task_chooser task_chooser_results task_chooser_create task_chosen"
)


def _within(namespace: str, names: str) -> list[str]:
    return [f"{namespace}:{name}" for name in names.split()]


def state_all() -> None:
    _public()
    _frame()
    _pages()
    _choosers()
    _closed()
    _redirects()
    _interface()
    _own_screens()


def _public() -> None:
    state(OPEN, "editor_root", "editor_robots", "media", "wagtaildocs_serve", "look:colour")
    state(OPEN, "wagtail_serve")
    names = "robots security_txt feed subject_feed sitemap map news_map share_picture"
    state(OPEN, *_within("machines", names))
    names = "subject subject_later report report_thanks accessibility"
    state(OPEN, *_within("pages", names))


def _frame() -> None:
    """What the admin needs around every screen."""
    state(OPEN, "wagtailadmin_javascript_catalog", "wagtailadmin_sprite")
    state(MEMBER, "wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_dismissibles")
    state(WRITERS, "wagtailadmin_block_preview", "wagtailadmin_explore_root")
    state(USERS, "wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete")
    state(EDITED, "wagtailadmin_editing_sessions:ping")
    state(WRITERS, "wagtailadmin_editing_sessions:release")


def _pages() -> None:
    state(own_page("parent_page_id"), "wagtailadmin_explore", "wagtailadmin_explore_results")
    state(
        own_page("parent_page_id"), *_within("wagtailadmin_pages", "add preview_on_add add_subpage")
    )
    names = (
        "edit preview_on_edit view_draft usage delete convert_alias workflow_action"
        " collect_workflow_action_data confirm_workflow_cancellation workflow_preview"
        " lock unlock revisions_index revisions_view revisions_revert revisions_unschedule"
        " workflow_history workflow_history_detail history history_results"
    )
    state(own_page("page_id"), *_within("wagtailadmin_pages", names))
    state(own_page("pk"), "wagtailadmin_pages:revisions_compare")
    state(own_page("page_id", posted=("new_parent_page",)), "wagtailadmin_pages:copy")
    state(own_page("page_id", roles=APPROVERS), "wagtailadmin_pages:unpublish")
    state(
        own_page("page_to_move_id", posted=("new_parent_page",)),
        *_within("wagtailadmin_pages", "move set_page_position"),
    )
    state(own_page("page_to_move_id", "destination_id"), "wagtailadmin_pages:move_confirm")
    state(WRITERS, *_within("wagtailadmin_pages", "search search_results"))
    state(WRITERS, *_within("wagtailadmin_pages", "type_use type_use_results"))
    state(own_page(posted=("parent_page",)), "wagtailadmin_pages:choose_parent")
    state(TICKED, "wagtail_bulk_action")


def _choosers() -> None:
    state(WRITERS, "wagtailadmin_choose_page", "wagtailadmin_choose_page_search")
    state(WRITERS, "wagtailadmin_choose_page_chosen_multiple")
    state(own_page("parent_page_id"), "wagtailadmin_choose_page_child")
    kinds = ("external", "email", "phone", "anchor")
    state(WRITERS, *(f"wagtailadmin_choose_page_{kind}_link" for kind in kinds))


def _closed() -> None:
    """What institutions manage in this product's own way, or not at all."""
    state(CLOSED, "wagtailcore_login", "wagtailcore_authenticate_with_password")
    state(CLOSED, "wagtailadmin_error_test", "wagtailadmin_pages:set_privacy")
    state(CLOSED, "wagtailsnippets:index", *_within("wagtailadmin_api", CLOSED_API))
    state(CLOSED, *_within("wagtailadmin_collections", "index add edit delete set_privacy"))
    state(CLOSED, *_within("wagtailadmin_workflows", CLOSED_WORKFLOWS))
    reports = "locked_pages workflow workflow_tasks site_history aging_pages page_types_usage"
    for report in reports.split():
        state(CLOSED, *_within("wagtailadmin_reports", f"{report} {report}_results"))
    listed = "index index_results add edit delete history history_results usage"
    for namespace in ("wagtailusers_users", "wagtailusers_groups", "wagtailsites"):
        state(CLOSED, *_within(namespace, listed))
    state(CLOSED, "wagtailusers_users:copy", "wagtailsites:copy")
    state(CLOSED, *_within("wagtailredirects", "start_import process_import"))
    # Other views stand at the addresses of signing in and out.
    state(CLOSED, "wagtailadmin_login", "wagtailadmin_logout")
    reset = ("", "_done", "_confirm", "_complete")
    state(CLOSED, *(f"wagtailadmin_password_reset{step}" for step in reset))


def _redirects() -> None:
    state(holding(*sorted(KEEPERS)), *_within("wagtailredirects", "index index_results"))
    state(own_redirect(posted=True), "wagtailredirects:add")
    state(own_redirect("redirect_id", posted=True), "wagtailredirects:edit")
    state(own_redirect("redirect_id"), "wagtailredirects:delete")


def _interface() -> None:
    """What the side bar of the explorer asks for."""
    state(WRITERS, "wagtailadmin_api:pages:listing")
    state(own_page("pk"), "wagtailadmin_api:pages:detail")


def _own_screens() -> None:
    state(own_page("page_id"), "pages_editing:conflict")
    state(READABLE_PAST, *_within("past_pages", "list show"))
    state(own_page("pk", roles=APPROVERS), "page_withdrawing:withdraw")
    state(holding(*sorted(HANDLING)), "citizen_reports:list")
    state(OWN_REPORT, "citizen_reports:handle")
    state(holding(Role.ADMINISTRATOR), *_within("site_profiles", "list colour"))
    state(own_institution(Role.ADMINISTRATOR), "site_profiles:edit")
