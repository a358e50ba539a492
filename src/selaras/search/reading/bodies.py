"""The institutions themselves, with how they are reached and what they were called."""

from collections.abc import Collection, Iterator, Mapping

from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.pages.models import SiteProfile
from selaras.search.entries import Entry, Kind

NAME = "institution"


class InstitutionSource:
    """Those with a site. One that was dissolved is found as superseded: its site stays."""

    name = NAME

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        keys = [int(one) for one in ids if one.isdecimal()]
        found = Institution.objects.filter(pk__in=keys, site__isnull=False)
        rows = found.select_related("region").prefetch_related("names", "topics", "region__aliases")
        profiles = SiteProfile.objects.filter(pk__in=keys).prefetch_related("contacts", "services")
        by_institution = {profile.pk: profile for profile in profiles}
        return {str(one.pk): _entry(one, by_institution.get(one.pk)) for one in rows}

    def ids(self) -> Iterator[str]:
        found = Institution.objects.filter(site__isnull=False).order_by("pk")
        return map(str, found.values_list("pk", flat=True))


def _entry(one: Institution, profile: SiteProfile | None) -> Entry:
    topics = sorted(topic.key for topic in one.topics.all())
    return Entry(
        key=f"{NAME}:{one.pk}",
        kind=Kind.INSTITUTION,
        title=one.name,
        lead=f"{one.short_name}, {one.region.full_name}",
        body="\n".join(dict.fromkeys(filter(None, _lines(one, profile)))),
        path="",
        institution=one.slug,
        region=one.region_id,
        dated=None,
        topics=tuple(topics),
        owner=bool(topics),
        superseded=one.is_dissolved(one.region.local(timezone.now()).date()),
    )


def _lines(one: Institution, profile: SiteProfile | None) -> Iterator[str]:
    yield one.place
    for alias in one.region.aliases.all():
        yield alias.alias
    for former in one.names.all():
        yield f"{former.name} ({former.short_name})"
    if profile is None:
        return
    yield profile.address
    for contact in profile.contacts.all():
        yield " ".join(filter(None, (contact.get_kind_display(), contact.value, contact.note)))
    for service in profile.services.all():
        yield f"{service.title}. {service.summary}".removesuffix(" ")
