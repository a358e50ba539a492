"""What belongs to a person's institutions, as query sets."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from selaras.accounts.models import User
from selaras.institutions.standing import standing_of
from selaras.pages.models import SiteProfile

ANY_RIGHT = ("add", "change", "publish", "lock", "unlock")


def own_pages(user: User | AnonymousUser) -> QuerySet[Page]:
    """The pages that she may change: those of the sites for which she writes."""
    policy = policy_registry.get_by_type(Page)
    found: QuerySet[Page] = policy.instances_user_has_any_permission_for(user, ANY_RIGHT)
    return found


def explorable_pages(user: User | AnonymousUser) -> QuerySet[Page]:
    """Her own, and the tree's root above them where she writes for several institutions."""
    policy: Any = policy_registry.get_by_type(Page)
    found: QuerySet[Page] = policy.explorable_instances(user)
    return found


def own_items(user: User | AnonymousUser, model: type[Model]) -> QuerySet[Model]:
    """The pictures or documents in the libraries that she uses."""
    policy = policy_registry.get_by_type(model)
    found: QuerySet[Model] = policy.instances_user_has_any_permission_for(user, ["choose"])
    return found


def own_references(user: User | AnonymousUser) -> Q:
    """Which rows of the reference index speak of what stands on her own sites."""
    profiles = SiteProfile.objects.all()
    if not standing_of(user).everything:
        profiles = profiles.filter(institution__in=standing_of(user).institutions())
    return _from(own_pages(user)) | _from(profiles)


def _from(sources: QuerySet[Model]) -> Q:
    """The index keeps every key as text."""
    kind = ContentType.objects.get_for_model(sources.model)
    keys = sources.order_by().annotate(as_text=Cast("pk", CharField())).values("as_text")
    return Q(pk__in=ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=keys))
