"""How an institution presents itself."""

from django.db import transaction

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.ledger.services import advance_epoch, record
from selaras.pages.errors import ChangedMeanwhile
from selaras.pages.models import SiteProfile
from selaras.pages.policies import require_editing_profile
from selaras.pages.profiles import content_of, profile_of, seal_of


def save_profile(*, profile: SiteProfile, seal: str, user: User) -> None:
    """Store a checked profile with its contacts, channels and services.

    `seal` is `profiles.seal_of` of what the person saw. Raises `MayNotEditProfile`, or
    `ChangedMeanwhile` where that is no longer what is stored.
    """
    institution = profile.institution
    require_editing_profile(user=user, institution=institution)
    with transaction.atomic():
        # Editors of one profile queue up, so that the seal is compared with what is stored.
        Institution.objects.select_for_update().get(pk=institution.pk)
        if seal != seal_of(institution):
            raise ChangedMeanwhile
        before = content_of(profile_of(institution))
        profile.save()
        after = content_of(profile)
        changed = sorted(name for name in after if before.get(name) != after[name])
        record(
            actor=user,
            institution=institution.slug,
            action="pages.profile.save",
            object_kind="profile",
            object_id=institution.slug,
            details={"changed": changed},
        )
        advance_epoch(institution.change_key)
