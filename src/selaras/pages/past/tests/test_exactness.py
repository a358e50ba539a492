"""At every moment the command prints exactly the bytes that a client fetched then."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
import time_machine
from click.testing import CliRunner
from django.db import transaction
from django.test import Client

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.config.cli import cli
from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type
from selaras.facts.services import backfill, retire
from selaras.facts.tests.speaking import BANDUNG, owner_of, say, statement_of
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage, BasePage, Correction, EmergencyPage, SectionPage
from selaras.pages.past.errors import NothingPublic
from selaras.pages.review.services import supersede
from selaras.pages.tests.making import HOST, article, home_of, publish, publish_again, section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

START = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)  # after the prepared database was made
HOUR = timedelta(hours=1)
Commits = Callable[..., AbstractContextManager[object]]
ADDRESSES = (
    "/", "/en/", "/berita/", "/kabar/", "/berita/satu/", "/berita/dua/", "/berita/halaman/1/",
    "/kabar/satu/", "/en/berita/satu/", "/berita/satu/halaman/2/", "/berita/satu/semua/",
    "/lama/", "/baru/", "/awas/",
)  # fmt: skip


@dataclass
class Seen:
    moment: datetime
    pages: dict[str, bytes | None]


def fetched(path: str) -> bytes | None:
    """What a client got, following redirects within the site; None where there was no page."""
    client = Client(headers={"host": HOST})
    response = client.get(path)
    for _ in range(3):
        if response.status_code not in (301, 302):
            break
        response = client.get(response.headers["Location"].removeprefix(f"http://{HOST}:8000"))
    return response.content if response.status_code == 200 else None


def printed(path: str, moment: datetime, *options: str) -> bytes | None:
    url = f"http://{HOST}{path}"
    done = CliRunner().invoke(cli, ["page", url, "--at", moment.isoformat(), *options])
    if isinstance(done.exception, Refused):
        return None
    assert done.exception is None, done.exception
    return done.stdout_bytes


class Story:
    """Deeds, each followed by an hour; in the middle of it somebody looks at every address."""

    def __init__(self, traveller: time_machine.Traveller, commits: Commits) -> None:
        self.traveller = traveller
        self.commits = commits
        self.seen: list[Seen] = []

    def after(self, deed: Callable[[], object] | None = None) -> None:
        if deed is not None:
            with self.commits(execute=True):
                deed()
        self.traveller.shift(HOUR / 2)
        moment = datetime.now(UTC)
        self.seen.append(Seen(moment, {path: fetched(path) for path in ADDRESSES}))
        self.traveller.shift(HOUR / 2)

    def require_exact(self) -> None:
        for seen in self.seen:
            for path, content in seen.pages.items():
                again = printed(path, seen.moment)
                assert (again is None) == (content is None), (seen.moment, path)
                told = set((again or b"").split(b"\n")) ^ set((content or b"").split(b"\n"))
                assert again == content, (seen.moment, path, told)


@pytest.fixture
def story(django_capture_on_commit_callbacks: Commits) -> Iterator[Story]:
    with time_machine.travel(START, tick=False) as traveller:
        yield Story(traveller, django_capture_on_commit_callbacks)


@pytest.fixture
def level() -> FactType:
    return fact_type("siaga.status")


def text(kind: FactType, words: str = "") -> list[dict[str, object]]:
    said = f"<p>{words} Status: {EmbedSpec(kind.pk).tag()}.</p>"
    return [
        {"type": "paragraph", "value": said},
        {"type": "page_break", "value": {"title": "Kedua"}},
        {"type": "paragraph", "value": f"<p>Bagian kedua. {said}</p>"},
    ]


def republish(page: BasePage, **changes: object) -> None:
    newest = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    publish_again(newest)
    page.refresh_from_db()


def refused_or_done(deed: Callable[[], object]) -> Callable[[], object]:
    """A deed that is refused (a slug that is taken, a page that is gone) changes nothing."""

    def attempt() -> None:
        with suppress(Exception), transaction.atomic(), without_review("uji"):
            deed()

    return attempt


def test_a_whole_life_is_reproduced(story: Story, level: FactType) -> None:
    admin = User.objects.create(username="superuser", is_superuser=True)
    say(level, BANDUNG, "kuning", START)
    news = section()
    republish(news, show_in_menus=True)
    story.after()
    one = article("satu", news, body=text(level, "Versi satu."))
    link = f'<p><a linktype="page" id="{one.pk}">Baca</a></p>'
    story.after(lambda: article("dua", news, body=[{"type": "paragraph", "value": link}]))
    story.after(lambda: republish(one, title="Judul baru", body=text(level, "Versi dua.")))
    story.after(lambda: say(level, BANDUNG, "merah", datetime.now(UTC)))
    story.after(lambda: say(level, BANDUNG, "jingga", START + HOUR))
    republish(one, corrections=[Correction(text="Angka keliru.", corrected_on=START.date())])
    story.after()
    story.after(lambda: republish(news, slug="kabar", title="Kabar"))
    two = ArticlePage.objects.get(slug="dua")
    story.after(lambda: supersede(page=two, by=one, user=admin))
    story.after(lambda: supersede(page=two, by=None, user=admin))
    notice = EmergencyPage(title="Awas", slug="awas", lead="Pergi.", ends_at=START + 13 * HOUR)
    story.after(lambda: publish(home_of(), notice))
    story.after(lambda: ArticlePage.objects.get(pk=one.pk).unpublish())
    story.after(lambda: republish(one))
    story.after(lambda: ArticlePage.objects.get(pk=one.pk).delete())
    story.after(lambda: SectionPage.objects.get(pk=news.pk).delete())
    story.after()
    story.require_exact()


def test_a_backfill_shows_nobody_what_was_not_known_yet(story: Story) -> None:
    kind = fact_type("siaga.cakupan")
    filled = [statement_of(kind, BANDUNG, "12", START - 48 * HOUR)]
    later = [statement_of(kind, BANDUNG, "17", START - 24 * HOUR)]
    backfill(statements=filled, recorded_at=START - 40 * HOUR, actor="operator:uji", source="A")
    article("lama", body=text(kind))
    story.after()
    story.after(
        lambda: backfill(
            statements=later, recorded_at=START - 20 * HOUR, actor="operator:uji", source="B"
        )
    )
    story.after(lambda: retire(fact_type=kind, speaker=owner_of(kind), actor="uji", confirmed=True))
    story.require_exact()
    then = story.seen[0]
    known_now = printed("/lama/", then.moment, "--known-at", story.seen[1].moment.isoformat())
    assert known_now not in (None, then.pages["/lama/"])
    assert b"17" in (known_now or b"")


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_deeds_is_reproduced(story: Story, level: FactType, seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    say(level, BANDUNG, "kuning", START)
    news = section()
    other = section("kabar")
    pages = [article("satu", news, body=text(level)), article("dua", news, body=text(level))]

    def page() -> ArticlePage:
        return chance.choice(ArticlePage.objects.filter(pk__in=[one.pk for one in pages]))

    deeds: list[Callable[[], object]] = [
        lambda: republish(page(), title=f"Judul {chance.random()}"),
        lambda: republish(page(), slug=chance.choice(["satu", "dua", "tiga"])),
        lambda: republish(page(), lead=f"Teras {chance.random()}"),
        lambda: page().unpublish(),
        lambda: page().move(chance.choice([news, other, home_of()]), pos="last-child"),
        lambda: page().move(page(), pos="left"),
        lambda: say(level, BANDUNG, chance.choice(["hijau", "merah"]), datetime.now(UTC)),
        lambda: republish(
            SectionPage.objects.get(pk=chance.choice([news, other]).pk),
            slug=chance.choice(["berita", "kabar", "warta"]),
            show_in_menus=chance.choice([True, False]),
        ),
        lambda: page().save_revision(),
        lambda: page().copy(update_attrs={"slug": f"salinan-{chance.randrange(1000)}"}),
        lambda: page().delete() if chance.random() < 0.2 else None,
    ]
    for _ in range(7):
        story.after(refused_or_done(chance.choice(deeds)))
    story.require_exact()


def test_what_is_not_public_yet_is_not_there(story: Story) -> None:
    story.after()
    article("lama")
    with pytest.raises(NothingPublic, match="Yang terdekat"):
        CliRunner().invoke(
            cli,
            ["page", f"http://{HOST}/lama/", "--at", story.seen[0].moment.isoformat()],
            catch_exceptions=False,
        )
