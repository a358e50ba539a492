"""The one workflow of the country, at the root of the page tree."""

from django.db import transaction
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from selaras.pages.models import InstitutionApproval

NAME = "Tinjauan"
TASK = "Persetujuan instansi"


def open_workflow() -> None:
    """Make it, let it hold for every page, and let no other hold; repeatable."""
    with transaction.atomic():
        task = InstitutionApproval.objects.filter(active=True).order_by("pk").first()
        task = task or InstitutionApproval.objects.create(name=TASK)
        held = Workflow.objects.filter(active=True, workflow_tasks__task=task)
        workflow = held.order_by("pk").first() or Workflow.objects.create(name=NAME)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
        root = Page.objects.filter(depth=1).order_by("pk").first()
        if root is not None:
            WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
        _close_others(workflow, task)


def _close_others(workflow: Workflow, task: Task) -> None:
    """Wagtail brings one of its own, whose approvers are a group."""
    for other in Workflow.objects.filter(active=True).exclude(pk=workflow.pk):
        other.deactivate()
    for unused in Task.objects.filter(active=True).exclude(pk=task.pk):
        unused.deactivate()
