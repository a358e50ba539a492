"""Reads of a site's profile as one thing: with its contacts, channels and services."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from selaras.institutions.models import Institution
from selaras.pages.models import SiteProfile


def profile_of(institution: Institution) -> SiteProfile:
    """The stored profile, or an empty one that is not stored yet."""
    found = SiteProfile.objects.filter(pk=institution.pk).first()
    return found or SiteProfile(institution=institution)


def content_of(profile: SiteProfile) -> dict[str, Any]:
    """Everything the profile says, without the keys of its rows."""
    data: dict[str, Any] = profile.serializable_data()
    for rows in data.values():
        for row in rows if isinstance(rows, list) else []:
            row.pop("pk", None)
    return data


def seal_of(institution: Institution) -> str:
    """Changes whenever anything changes in the stored profile."""
    content = content_of(profile_of(institution))
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
