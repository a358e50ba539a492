"""File an objection."""

from typing import Protocol

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.facts.formats import Format, worded
from selaras.facts.models import FactVersion, Objection
from selaras.facts.objections.checking import proposal, required_text, web_address
from selaras.facts.objections.errors import (
    AlreadyOpen,
    BadObjection,
    MayNotObject,
    NotConcerned,
    ValueChanged,
)
from selaras.facts.objections.events import ObjectionFiled
from selaras.facts.objections.periods import due_after
from selaras.facts.objections.policies import require_filing
from selaras.facts.objections.queries import speaks_for
from selaras.facts.objections.services.noting import note
from selaras.facts.objections.telling import read_in
from selaras.facts.results import Resolved
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import parentages

MOST_REASON = 5000


class Kept(Protocol):
    """A document of a library; this package does not know the media room's models."""

    pk: int
    collection_id: int


def file_objection(
    *,
    user: User,
    objector: Institution,
    version: FactVersion,
    region: Region,
    reason: str,
    proposed: str = "",
    evidence_url: str = "",
    evidence_file: Kept | None = None,
) -> Objection:
    """Object to the value that `region` reads in this version. Raises `ObjectionRefused`.

    `version` is what the person has seen: where another value holds by now, nothing is filed.
    """
    owner = version.fact_type.topic.owner
    require_filing(user=user, objector=objector, owner=owner)
    _require_region(objector, region)
    seen = _still_read(version, region)
    row = Objection(
        version=version,
        fact_type=version.fact_type,
        region=region,
        objector=objector,
        owner=owner,
        reason=required_text(reason, "Alasan keberatan", most=MOST_REASON, field="reason"),
        proposed=proposal(proposed, seen),
        evidence_url=web_address(evidence_url, field="evidence_url"),
        evidence_file_id=_kept_by(objector, evidence_file),
        filed_by=user,
        filed_at=timezone.now(),
    )
    row.due_at = due_after(row.filed_at, days=settings.OBJECTION_DAYS, region=owner.region)
    return _filed(row, user)


def _filed(row: Objection, user: User) -> Objection:
    waiting = Objection.objects.filter(
        objector=row.objector, fact_type=row.fact_type, region=row.region, state=row.state
    )
    if waiting.exists():
        raise _already(row)
    try:
        with transaction.atomic():
            row.save()
            due = row.due_at.isoformat()
            note(row, actor=user, institution=row.objector, act="file", answer_due=due)
            emit(ObjectionFiled(row.pk))
    except IntegrityError:  # two people of the institution at the same moment
        raise _already(row) from None
    return row


def _already(row: Objection) -> AlreadyOpen:
    return AlreadyOpen(
        f"{row.objector.short_name} sudah mengajukan keberatan atas fakta ini"
        f" di {row.region.full_name}, dan menunggu jawabannya.",
        "Buka keberatan itu; tariklah bila ingin mengajukan yang lain.",
    )


def _require_region(objector: Institution, region: Region) -> None:
    if not speaks_for(objector, region):
        raise MayNotObject(
            f"{objector.name} tidak berbicara untuk {region.full_name}.",
            "Keberatan diajukan untuk wilayah sendiri atau yang di bawahnya.",
        )


def _still_read(version: FactVersion, region: Region) -> Resolved:
    now = timezone.now()
    if not _could_hold_in(version, region):
        raise NotConcerned(
            f"Nilai {version.fact_type.label} untuk {version.region.full_name}"
            f" tidak berlaku di {region.full_name}.",
            "Pilih nilai dari daftar fakta wilayah Anda.",
        )
    found = read_in(region, version, now)
    if found is None or found.version.pk != version.pk:
        stands = worded(found, Format.SHORT) if found else "tidak ada"
        raise ValueChanged(
            f"Nilai {version.fact_type.label} di {region.full_name} sudah berubah"
            f" sejak layar ini dibuka; sekarang: {stands}.",
            "Salin alasan Anda, lalu mulai lagi dari daftar bila nilai yang baru pun keliru.",
        )
    return found


def _could_hold_in(version: FactVersion, region: Region) -> bool:
    """In its own region, and below it where the type is inherited."""
    if version.region_id == region.pk:
        return True
    above = parentages([region.pk]).above(region.pk, timezone.now())
    return version.fact_type.inherited and version.region_id in above


def _kept_by(objector: Institution, file: Kept | None) -> int | None:
    if file is None:
        return None
    library = getattr(objector, "library", None)  # an institution without one has no attribute
    if library is None or library.collection_id != file.collection_id:
        raise BadObjection(
            f"Berkas itu tidak ada di perpustakaan {objector.name}.",
            "Unggah ke perpustakaan instansi yang mengajukan, lalu pilih lagi.",
            field="evidence_file",
        )
    return file.pk
