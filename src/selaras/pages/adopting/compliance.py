"""What the machine sees on the sites of whom was instructed, and what a recall has to reach."""

from collections.abc import Collection, Mapping

from selaras.announcements.instructing.compliance import Seen, registers_check
from selaras.announcements.models import Announcement, Instruction
from selaras.announcements.reaching import Reach, tells_reach
from selaras.institutions.models import Institution
from selaras.pages.adopting.queries import adopters_of_announcement


@registers_check("adopts-text", "teks pengumuman dimuat pada halaman instansi")
def adopts_the_text(instruction: Instruction, institutions: Collection[int]) -> Mapping[int, Seen]:
    """A public page of the institution rests on the announcement that the instruction names."""
    if instruction.announcement is None:
        return {}
    found = adopters_of_announcement(instruction.announcement) & set(institutions)
    return {key: Seen("Halaman yang mengambil teks pengumuman sudah terbit.") for key in found}


@registers_check("stands-on-site", "pengumuman tampil di situs instansi")
def stands_on_the_site(
    instruction: Instruction, institutions: Collection[int]
) -> Mapping[int, Seen]:
    """The home page of every site has a place for it; so a site that is public shows it."""
    if instruction.announcement is None or not instruction.announcement.is_public:
        return {}
    public = Institution.objects.filter(pk__in=institutions, site__root_page__live=True)
    return {one.pk: Seen("Tampil di beranda situs.", one.url) for one in public}


@tells_reach("adopted texts")
def adopted_texts(announcement: Announcement) -> list[Reach]:
    count = len(adopters_of_announcement(announcement))
    return [Reach("instansi yang mengambil teksnya", count)]
