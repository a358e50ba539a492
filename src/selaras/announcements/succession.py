"""How a new announcement stands to an earlier one, per region and explicitly."""

from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import WrongSuccession
from selaras.announcements.models import Announcement, Relation
from selaras.common.clock import write_time

SHOWN = 5


def regions_of(announcement: Announcement) -> set[str]:
    """The regions of its facts and of its audience."""
    set_for = announcement.facts.values_list("version__region", flat=True)
    return set(set_for) | set(announcement.audience.values_list("region", flat=True))


def require_succession(draft: AnnouncementDraft) -> None:
    """Raises `WrongSuccession` where what it says of an earlier announcement cannot be."""
    earlier = draft.earlier
    if earlier is None:
        if draft.relation != Relation.NEW:
            raise WrongSuccession(
                "Pengumuman yang digantikan belum dipilih.", "Pilih pengumumannya."
            )
        return
    _require_order(draft, earlier)
    if draft.relation == Relation.SUPERSEDES:
        _require_all_of(draft, earlier)
    elif not _spoken_of(draft) & regions_of(earlier):
        raise WrongSuccession(
            f'Tidak satu pun wilayah di sini ada dalam pengumuman "{earlier.title}".',
            "Pilih pengumuman lain, atau jadikan ini pengumuman baru.",
        )
    if draft.relation == Relation.CORRECTS and not draft.correction:
        raise WrongSuccession(
            "Yang dikoreksi belum disebutkan.", "Tulis apa yang salah dan apa yang benar."
        )


def _require_order(draft: AnnouncementDraft, earlier: Announcement) -> None:
    """An earlier one is earlier: so no announcement can ever come to replace itself."""
    if earlier.topic_id != draft.topic.pk:
        raise WrongSuccession(
            f'"{earlier.title}" adalah pengumuman topik lain.', "Pilih yang topiknya sama."
        )
    if earlier.called_off_at is not None or earlier.recalled_at is not None:
        raise WrongSuccession(
            f'"{earlier.title}" sudah ditarik atau dibatalkan.',
            "Yang sudah ditarik tidak perlu digantikan lagi.",
        )
    if earlier.key == draft.key or earlier.published_at >= (draft.goes_live or write_time()):
        raise WrongSuccession(
            f'"{earlier.title}" terbit bersamaan dengan pengumuman ini atau sesudahnya.',
            "Pengumuman hanya dapat menggantikan yang terbit lebih dahulu.",
        )


def _require_all_of(draft: AnnouncementDraft, earlier: Announcement) -> None:
    """What supersedes must say something of all that it supersedes: nothing ends in silence."""
    said = {(fact.fact_type.pk, fact.region.pk) for fact in draft.facts}
    rows = earlier.facts.filter(version__recorded_to=None).select_related(
        "version__fact_type", "version__region"
    )
    missing = [
        f"{row.version.fact_type.label} {row.version.region.full_name}"
        for row in rows.order_by("version__region__code")
        if (row.version.fact_type_id, row.version.region_id) not in said
    ]
    if missing:
        some = ", ".join(missing[:SHOWN]) + (", …" if len(missing) > SHOWN else "")
        raise WrongSuccession(
            f'{len(missing)} nilai dari "{earlier.title}" tidak disebut: {some}.',
            'Tambahkan nilainya, atau pilih "mengubah sebagian".',
        )


def _spoken_of(draft: AnnouncementDraft) -> set[str]:
    spoken = {fact.region.pk for fact in draft.facts}
    return spoken | {region.pk for region in draft.parts.audience}
