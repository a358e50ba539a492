"""One long article with every kind of block, on a few sites."""

from typing import Any

import yaml
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale

from selaras.demonstration.articles import Writer
from selaras.demonstration.documents import make_document
from selaras.demonstration.frames import CONTENT, Filling
from selaras.demonstration.pictures import make_pictures
from selaras.embeds.blocks import Scope
from selaras.institutions.models import Institution, Region
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, Correction, SectionPage
from selaras.pages.past.services import record_many

SITES = ["kota-bandung", "bnpb", "kota-surabaya"]


def write_showcase() -> None:
    """Add the article where it is missing."""
    content = yaml.safe_load((CONTENT / "showcase.yaml").read_text(encoding="utf-8"))
    writer = Writer(timezone.now())
    for institution in Institution.objects.filter(slug__in=SITES).select_related(
        "region", "site__root_page"
    ):
        article = _article(institution, content, writer)
        if institution.site is None or ArticlePage.objects.filter(url_path=_path(article)).exists():
            continue
        section = SectionPage.objects.child_of(institution.site.root_page).get(slug="berita")
        add_children({section: [article]})
        writer.name_subjects([article])
        Correction.objects.create(page_id=article.pk, text=content["correction"])
        record_many([article])


def _path(article: ArticlePage) -> str:
    return f"/{article.institution.slug}/berita/{article.slug}/"


def _article(institution: Institution, content: dict[str, Any], writer: Writer) -> ArticlePage:
    filling = Filling(institution, writer.types)
    shapes = Shapes(filling, institution)
    headline = filling.fill(content["headline"])
    now = writer.now
    article = ArticlePage(
        title=headline,
        draft_title=headline,
        slug=slugify(headline)[:90].strip("-"),
        kicker=content["kicker"],
        lead=filling.fill(content["lead"]),
        byline=filling.fill(content["byline"]),
        place=institution.place,
        dated=now.replace(second=0, microsecond=0),
        picture=shapes.pictures[content["picture"]],
        picture_caption=f"{shapes.pictures[content['picture']].description}.",
        body=[shapes.block(*next(iter(block.items()))) for block in content["body"]],
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(ArticlePage),
        first_published_at=now,
        last_published_at=now,
    )
    article.institution = institution
    return article


class Shapes:
    """From the short form in the file to the stored form of each block."""

    def __init__(self, filling: Filling, institution: Institution) -> None:
        self.filling = filling
        self.institution = institution
        self.pictures = make_pictures()

    def block(self, kind: str, value: Any) -> dict[str, Any]:
        maker = getattr(self, f"_{kind}", None)
        return {"type": kind, "value": maker(value) if maker else self._filled(value)}

    def _filled(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.filling.fill(value)
        if isinstance(value, dict):
            return {name: self._filled(one) for name, one in value.items()}
        return value

    def _picture(self, value: dict[str, str]) -> dict[str, Any]:
        picture = self.pictures[value["name"]]
        image = {"image": picture.pk, "decorative": False, "alt_text": picture.description}
        return {"image": image, "caption": value["caption"]}

    def _document(self, value: str) -> dict[str, Any]:
        return {"file": make_document().pk, "title": value}

    def _gallery(self, value: dict[str, Any]) -> dict[str, Any]:
        return {
            "title": value["title"],
            "pictures": [self._picture(one) for one in value["pictures"]],
        }

    def _table(self, value: dict[str, Any]) -> dict[str, Any]:
        columns = [{"type": "text", "heading": heading} for heading in value["columns"]]
        rows = [{"values": row} for row in value["rows"]]
        return {
            "caption": value["caption"],
            "table": {"columns": columns, "rows": rows, "caption": ""},
        }

    def _chart(self, value: dict[str, Any]) -> dict[str, Any]:
        rows = [{"label": label, "value": str(amount)} for label, amount in value["rows"]]
        return value | {"rows": rows}

    def _fact_table(self, value: dict[str, Any]) -> dict[str, Any]:
        """All regencies of the page's province; on the country's own sites all provinces."""
        types = [str(self.filling.types[key].pk) for key in value["facts"]]
        scope = Scope.PROVINCES if self._is_national else Scope.BELOW
        return {"caption": value["caption"], "types": types, "scope": scope.value, "regions": ""}

    def _fact_history(self, value: dict[str, str]) -> dict[str, str]:
        fact_type = str(self.filling.types[value["fact"]].pk)
        region = value["elsewhere"] if self._is_national else ""
        return {"title": value["title"], "fact_type": fact_type, "region": region}

    @property
    def _is_national(self) -> bool:
        return self.institution.region.level == Region.Level.NATIONAL

    def _accordion(self, value: list[list[str]]) -> dict[str, Any]:
        return {"parts": [{"title": title, "text": text} for title, text in value]}

    def _page_break(self, value: str) -> dict[str, str]:
        return {"title": value}

    def _read_also(self, _wanted: bool) -> int | None:
        """Some earlier article of the same site."""
        site = self.institution.site
        earlier = ArticlePage.objects.descendant_of(site.root_page).order_by("pk") if site else None
        first = earlier.first() if earlier is not None else None
        return first.pk if first else None
