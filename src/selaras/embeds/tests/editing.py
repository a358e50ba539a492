"""People, pages and texts for the tests of the editor."""

from typing import Any

from django.test import Client

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType, Kind
from selaras.facts.tests.speaking import say
from selaras.institutions.models import Institution, Membership
from selaras.pages.models import ArticlePage
from support.people import LONG_AGO, person

HOST = {"host": "redaksi.localhost"}
FACTS = "/admin/fakta"
BANDUNG = "32.73"


def writer(slug: str = "kota-bandung", *also: Membership.Role, superuser: bool = False) -> Client:
    """A client of somebody who writes and may publish at once; a superuser writes for none."""
    roles = [] if superuser else [Membership.Role.WRITER, Membership.Role.EMERGENCY, *also]
    user = person(f"penulis-{slug}", slug, *roles)
    if superuser:
        user.is_superuser = True
        user.save()
    client = Client(headers=HOST)
    client.force_login(user)
    return client


def article(html: str, slug: str = "kota-bandung") -> ArticlePage:
    """A page on the institution's site; live, as a page made by `add_child` is."""
    site = Institution.objects.select_related("site__root_page").get(slug=slug).site
    assert site is not None
    number = ArticlePage.objects.count() + 1
    page = ArticlePage(
        title=f"Artikel {number}",
        slug=f"artikel-{number}",
        kicker="Uji",
        lead="Teras.",
        byline="Redaksi",
        place="Bandung",
        body=[{"type": "paragraph", "value": html}],
    )
    site.root_page.add_child(instance=page)
    return page


def more_types(count: int, *, stated: bool = False) -> list[FactType]:
    """New fact types of the same topic, with a value for Bandung if `stated`."""
    model = FactType.objects.get(key="siaga.posko")
    first = FactType.objects.count()
    made = [
        FactType.objects.create(
            key=f"uji.jenis-{number}",
            label=f"Jenis uji {number}",
            kind=Kind.NUMBER,
            topic=model.topic,
            unit="posko",
            narrowest=model.narrowest,
        )
        for number in range(first, first + count)
    ]
    for fact_type in made if stated else []:
        say(fact_type, BANDUNG, "7", LONG_AGO)
    return made


def embed(key: str, **options: Any) -> str:
    return EmbedSpec(FactType.objects.get(key=key).pk, **options).tag()
