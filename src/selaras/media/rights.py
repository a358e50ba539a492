"""Rights on pictures and documents come from memberships, by the institution's library."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from selaras.accounts.models import User
from selaras.institutions.queries import held_at
from selaras.institutions.standing import standing_of
from selaras.media.models import File, Library, Picture
from selaras.media.policies import USING

CODENAMES = (
    "add_image", "change_image", "choose_image",
    "add_document", "change_document", "choose_document",
)  # fmt: skip


@dataclass(frozen=True)
class Named:
    codename: str


@dataclass(frozen=True, eq=False)
class LibraryRight:
    """One right in a collection and all below it, in the shape of Wagtail's own rows."""

    collection: Collection
    permission: Named

    @property
    def collection_id(self) -> int:
        key: int = self.collection.pk
        return key


class LibraryPolicy(CollectionOwnershipPermissionPolicy):
    """Whoever writes for an institution, or keeps its profile, uses its library."""

    def get_all_permissions_for_user(self, user: User | AnonymousUser) -> list[LibraryRight]:
        own = standing_of(user).institutions(*USING)
        libraries = Library.objects.filter(institution__in=own).select_related("collection")
        return [
            LibraryRight(library.collection, Named(codename))
            for library in libraries
            for codename in CODENAMES
        ]

    def _users_with_perm_filter(
        self, actions: Iterable[str], collection: Collection | None = None
    ) -> Q:
        held = Q(memberships__role__in=USING) & held_at(timezone.now(), "memberships__")
        if collection is not None:
            above = collection.get_ancestors(inclusive=True)
            libraries = Library.objects.filter(collection__in=above)
            held &= Q(memberships__institution__in=libraries.values("institution_id"))
        return Q(is_active=True) & (Q(is_superuser=True) | held)


def register() -> None:
    for model, owned in ((Picture, "wagtailimages.Image"), (File, "wagtaildocs.Document")):
        policy = LibraryPolicy(model, auth_model=owned, owner_field_name="uploaded_by_user")  # type: ignore[no-untyped-call]
        register_permission_policy(model, policy, exact_class=True)
