"""What every site of the demonstration has: a section, a profile, contacts, a look of its own."""

from datetime import datetime
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from wagtail.models import Locale

from selaras.demonstration.frames import centre_frame, frames
from selaras.institutions.models import Institution, Region
from selaras.pages.models import (
    BasePage,
    Channel,
    ContactDetail,
    ContactPage,
    InformationPage,
    SectionPage,
    Service,
    SiteProfile,
    Subject,
)

COLOURS = ["#0d5566", "#1f5d3a", "#9a4a25", "#6e2346", "#2f4486", "#7a5a0a", "#155e75", "#8a1c1c"]
SERVICES = [
    ("Administrasi kependudukan", "KTP elektronik, kartu keluarga, dan akta."),
    ("Perizinan usaha", "Nomor induk berusaha dan izin setempat."),
    ("Layanan kesehatan", "Puskesmas, rumah sakit daerah, dan jaminan kesehatan."),
    ("Pengaduan warga", "Sampaikan keluhan dan pantau tindak lanjutnya."),
]


def make_subjects() -> dict[str, Subject]:
    """The subjects of all frames by label; repeatable."""
    labels = {frame.label for frame in (*frames(), centre_frame())}
    for label in sorted(labels):
        Subject.objects.get_or_create(slug=slugify(label), defaults={"label": label})
    return {subject.label: subject for subject in Subject.objects.all()}


def standing_pages(institution: Institution, now: datetime) -> list[BasePage]:
    """The unsaved section, profile and contact page of one institution; the section is first."""
    place = institution.region.full_name
    whole = institution.region.level == Region.Level.NATIONAL
    scope = "seluruh Indonesia" if whole else place
    return [
        _page(SectionPage, now, title="Berita", slug="berita", lead=f"Kabar resmi untuk {scope}."),
        _page(
            InformationPage,
            now,
            title="Profil",
            slug="profil",
            lead=f"Tugas dan layanan {institution.name}.",
            body=[("paragraph", _profile_text(institution, scope))],
        ),
        _page(
            ContactPage,
            now,
            title="Kontak",
            slug="kontak",
            lead="Hubungi kami pada jam layanan. Semua data kontak di bawah ini adalah rekaan.",
            body=[],
        ),
    ]


def _page(model: type[BasePage], now: datetime, **fields: object) -> BasePage:
    return model(
        draft_title=str(fields["title"]),
        show_in_menus=True,
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(model),
        first_published_at=now,
        last_published_at=now,
        **fields,
    )


def _profile_text(institution: Institution, scope: str) -> str:
    return (
        f"<p>{institution.name} mengelola informasi dan komunikasi publik untuk {scope}. "
        "Setiap keterangan bertanda segel di situs ini berasal dari lembaga yang berwenang.</p>"
        "<h2>Yang kami kerjakan</h2><ul><li>Menyebarkan informasi resmi kepada warga.</li>"
        "<li>Menjaga agar keterangan pusat dan daerah selaras.</li>"
        "<li>Melayani permintaan informasi publik.</li></ul>"
    )


def make_profiles(tally: str) -> None:
    """A look, contacts, channels and services for every institution without a profile."""
    without = list(Institution.objects.filter(profile=None))
    profiles = [
        SiteProfile(
            institution=institution,
            colour=Random(f"warna:{institution.slug}").choice(COLOURS),  # noqa: S311
            address=f"Jalan Peragaan Nomor 1, {institution.place}",
            tally=tally,
        )
        for institution in without
    ]
    SiteProfile.objects.bulk_create(profiles)
    ContactDetail.objects.bulk_create(
        ContactDetail(profile=profile, kind=kind, value=value.format(profile.institution.slug))
        for profile in profiles
        for kind, value in (
            (ContactDetail.Kind.EMAIL, "humas@{}.example"),
            (ContactDetail.Kind.HOURS, "Senin–Jumat, pukul 08.00–16.00"),
        )
    )
    Channel.objects.bulk_create(
        Channel(profile=profile, kind=kind, url=url)
        for profile in profiles
        for kind, url in (
            (Channel.Kind.GOOGLE_NEWS, "https://news.google.com/publications/peragaan"),
            (Channel.Kind.TELEGRAM, "https://t.me/peragaan_selaras"),
        )
    )
    Service.objects.bulk_create(
        Service(profile=profile, title=title, summary=summary)
        for profile in profiles
        for title, summary in SERVICES
    )
