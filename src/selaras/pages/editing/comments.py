"""Who is told by mail of new comments: whoever follows them and may still read the page."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.admin.mail import send_notification
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageSubscription
from wagtail.permissions import policy_registry

from selaras.accounts.models import User

Changes = dict[str, list[Any]]


def followers(page: Page, changes: Changes) -> QuerySet[User]:
    """Those who follow the page or wrote in one of these threads, and work on the site today.

    Wagtail asks nobody's rights: it would go on telling somebody who has left.
    """
    threads = {comment.pk for comment in changes["resolved_comments"]}
    threads |= {comment.pk for comment, _ in changes["new_replies"]}
    following = PageSubscription.objects.filter(page=page, comment_notifications=True)
    told = Q(pk__in=following.values("user"))
    told |= Q(comment_replies__comment__in=threads)
    told |= Q(**{f"{COMMENTS_RELATION_NAME}__in": threads})
    policy = policy_registry.get_by_type(Page)
    present = policy.users_with_any_permission_for_instance(["change"], page)
    found: QuerySet[User] = User.objects.filter(told, pk__in=present.values("pk")).distinct()
    return found


def tell_followers(page: Page, editor: User, changes: Changes) -> None:
    told = ("new_comments", "resolved_comments", "deleted_comments", "new_replies")
    if not any(changes[kind] for kind in told):
        return
    context = {kind: changes[kind] for kind in told if kind != "new_replies"}
    replied = [{"comment": one, "replies": replies} for one, replies in changes["new_replies"]]
    send_notification(
        list(followers(page, changes).exclude(pk=editor.pk)),
        "updated_comments",
        {"page": page, "editor": editor, "replied_comments": replied, **context},
    )
