"""Regions with their tree over time, the institutions that speak, and who speaks about what."""

from selaras.institutions.models.bodies import (
    DNS_LABEL,
    Institution,
    InstitutionDomain,
    InstitutionName,
)
from selaras.institutions.models.people import FirstStep, Invitation, InvitationLink
from selaras.institutions.models.regions import (
    ZONE_HOURS,
    Region,
    RegionAlias,
    RegionBoundary,
    RegionParentage,
    zone_time,
)
from selaras.institutions.models.speaking import Membership, Oversight, Topic

__all__ = [
    "DNS_LABEL",
    "ZONE_HOURS",
    "FirstStep",
    "Institution",
    "InstitutionDomain",
    "InstitutionName",
    "Invitation",
    "InvitationLink",
    "Membership",
    "Oversight",
    "Region",
    "RegionAlias",
    "RegionBoundary",
    "RegionParentage",
    "Topic",
    "zone_time",
]
