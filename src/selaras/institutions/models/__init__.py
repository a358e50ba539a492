"""Regions with their tree over time, the institutions that speak, and who speaks about what."""

from selaras.institutions.models.bodies import (
    DNS_LABEL,
    Institution,
    InstitutionDomain,
    InstitutionName,
)
from selaras.institutions.models.regions import (
    Region,
    RegionAlias,
    RegionBoundary,
    RegionParentage,
)
from selaras.institutions.models.speaking import Membership, Topic

__all__ = [
    "DNS_LABEL",
    "Institution",
    "InstitutionDomain",
    "InstitutionName",
    "Membership",
    "Region",
    "RegionAlias",
    "RegionBoundary",
    "RegionParentage",
    "Topic",
]
