"""The one task of the one workflow: whoever approves for the page's institution decides."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, Task, TaskState

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.queries import institution_of_page_path
from selaras.institutions.standing import standing_of

APPROVE, RETURN = "approve", "reject"  # Wagtail's own names of the two
Deed = Callable[[TaskState, User, str], None]
Start = Callable[[TaskState, User | None], None]
_deeds: dict[str, Deed] = {}
_starts: list[Start] = []


def carries_out(action: str) -> Callable[[Deed], Deed]:
    """Name the function that does what an approver decided."""

    def register(deed: Deed) -> Deed:
        _deeds[action] = deed
        return deed

    return register


def at_start(start: Start) -> Start:
    """Name a function that is told, in the same transaction, of each version that is submitted."""
    if start not in _starts:
        _starts.append(start)
    return start


class InstitutionApproval(Task):
    """One task for all institutions: a task for each would cost the dashboard a query for each."""

    class Meta:
        verbose_name = "persetujuan instansi"
        verbose_name_plural = "persetujuan instansi"

    def start(self, workflow_state: Any, user: User | None = None) -> TaskState:
        with transaction.atomic():
            state: TaskState = super().start(workflow_state, user=user)  # type: ignore[no-untyped-call]
            for started in _starts:
                started(state, user)
        return state

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        _deeds[action_name](task_state, user, kwargs.get("comment", ""))

    def user_can_access_editor(self, obj: Any, user: User) -> bool:
        return _approves(obj, user)

    def locked_for_user(self, obj: Any, user: User) -> bool:
        """While it waits, only approvers may change it; what they change, another approves."""
        return not _approves(obj, user)

    def user_can_lock(self, obj: Any, user: User) -> bool:
        return _approves(obj, user)

    def get_actions(self, obj: Any, user: User) -> list[tuple[str, str, bool]]:
        if not _approves(obj, user):
            return []
        return [(RETURN, "Minta perbaikan", True), (APPROVE, "Setujui", False)]

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> "QuerySet[TaskState]":
        """What waits for others' decision is not what she wrote or submitted herself."""
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task=self)
        if user.is_superuser:
            return waiting
        mine = _pages_approved_by(user)
        if mine is None:
            return TaskState.objects.none()
        keys = mine.annotate(key=Cast("pk", CharField())).values("key")
        others = waiting.filter(workflow_state__object_id__in=keys)
        return others.exclude(revision__user=user).exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        return "Penyetuju instansi pemilik halaman memutuskan."


def _approves(obj: Any, user: User) -> bool:
    standing = standing_of(user)
    mine = standing.institutions(Membership.Role.APPROVER)
    if standing.everything or not mine:
        return standing.everything
    institution = getattr(obj, "institution", None)
    if institution is None:
        institution = institution_of_page_path(obj.path, obj.steplen)
    return institution is not None and institution.pk in mine


def _pages_approved_by(user: User) -> QuerySet[Page] | None:
    mine = standing_of(user).institutions(Membership.Role.APPROVER)
    roots = Institution.objects.filter(pk__in=mine).exclude(site=None)
    within = Q()
    for path in roots.values_list("site__root_page__path", flat=True):
        within |= Q(path__startswith=path)
    return Page.objects.filter(within) if within else None
