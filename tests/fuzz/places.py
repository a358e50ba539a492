"""Where anonymous people can go: every open route of every host, with something there to see.

A route that is new is found by itself; where it has arguments, `Country.arguments` needs them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from fuzz.asking import HOSTS, Visitor, as_visitor
from selaras.accounts.access import OPEN, stated_routes
from selaras.accounts.models import User
from selaras.announcements.models import Announcement
from selaras.demonstration.siaga import announce_season
from selaras.demonstration.tallies import TALLY, publish_tally
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.services import invite
from selaras.ledger.worker import settle_due
from selaras.media.models import File
from selaras.pages.clearance import version_of
from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.models import Subject
from selaras.pages.review.tests.writing import draft
from selaras.pages.services import receive_report
from selaras.pages.tests.making import BANDUNG, article
from selaras.portal.elsewhere.releases import newest
from selaras.portal.near import centres
from selaras.review.services import make_link
from support.filling import walk
from support.people import LONG_AGO
from support.signing_in import give_totp

PASSWORD = "sandi-yang-panjang"
Role = Membership.Role


@dataclass(frozen=True)
class Place:
    """A route of a host, the address of what is there, and who goes there."""

    visitor: Visitor
    route: str
    path: str


@dataclass(frozen=True)
class Country:
    """What an anonymous person can meet. Make it inside a test."""

    writer: User

    @cached_property
    def institution(self) -> Institution:
        return Institution.objects.get(slug=BANDUNG)

    @cached_property
    def arguments(self) -> dict[str, dict[str, Any]]:
        """By the beginning of a route's name, also with its host; the longest counts."""
        page = article("banjir", title="Banjir surut")
        subject, _ = Subject.objects.get_or_create(slug="banjir", defaults={"label": "Banjir"})
        announce_season(timezone.localdate(), actor="uji")
        publish_tally(actor="uji")
        file = File.objects.create(title="Berkas", file=ContentFile(b"%PDF-1.7", "berkas.pdf"))
        report = receive_report(institution=self.institution, path="/", wrong="Angka salah.")
        here = receive_report(institution=None, path="/", wrong="Angka salah.")
        return {
            "machines": {
                "name": "rss.xml", "slug": subject.slug, "number": 1,
                "page_id": page.pk, "digest": SharePicture(page, None).card.digest,
            },
            "api": {"key": "siaga.status"},
            "api:announcement": {"slug": Announcement.objects.latest("published_at").slug},
            "media": {"path": "images/tidak-ada.png"},
            "wagtaildocs_serve": {"document_id": file.pk, "document_filename": file.filename},
            "look:colour": {"digits": "0d5566"},
            "sematan": {"release": newest().digest},
            "elsewhere": {
                "key": "siaga.status", "code": "32.73",
                "slug": Announcement.objects.latest("published_at").slug,
            },
            "portal": {"code": "32.73"},
            "portal:centres": {"version": centres().version},
            "proof": {"index": 0, "version": 1, "slug": "tidak-ada"},
            "announcements": {"slug": Announcement.objects.latest("published_at").slug},
            "alerts": {
                "slug": Announcement.objects.latest("published_at").slug, "name": "atom.xml",
            },
            "tallies": {"slug": TALLY, "number": 1},
            "pages:subject": {"slug": subject.slug, "number": 1},
            "pages:report_thanks": {"number": report.number},
            "portal pages:report_thanks": {"number": here.number},
            **self._letters(),
        }  # fmt: skip

    def _letters(self) -> dict[str, dict[str, Any]]:
        """What only the reader of a letter can open."""
        page = draft(self.writer)
        page.save_revision(user=self.writer)
        _, token = make_link(version=version_of(page), reader="Ahli", days=3, user=self.writer)
        invited = invite(
            actor="uji",
            institution=self.institution,
            name="Wulan",
            email="wulan@contoh.go.id",
            roles=[Role.WRITER],
        )
        client = Client(headers={"host": HOSTS["editor"]})
        client.post("/sandi/lupa/", {"email": self.writer.email})
        settle_due()
        letter = next(one.body for one in mail.outbox if self.writer.email in one.to)
        uid, key = re.findall(r"/sandi/baru/([0-9A-Za-z]+)-([^/\s]+)/", str(letter))[0]
        return {
            "comment_link": {"token": token},
            "invitation": {"token": invited.url.rstrip("/").rpartition("/")[2]},
            "account_reset_password_from_key": {"uidb36": uid, "key": key},
        }

    def places(self) -> Iterator[Place]:
        """Every open route; those of signing in also after the password was right."""
        rules = stated_routes()
        for kind, urlconf in settings.HOST_URLCONFS.items():
            for route, needed in walk(get_resolver(urlconf), ""):
                if rules.get(route) is OPEN:
                    yield Place(Visitor(kind), route, self._path(kind, route, needed))
        yield Place(Visitor("institution"), "wagtail_serve", "/banjir/")
        yield Place(self._halfway(), "mfa_authenticate", "/masuk/kode/")
        yield self._new_password()

    def _path(self, kind: str, route: str, needed: set[str]) -> str:
        if route == "wagtail_serve":
            return "/"
        names = [name for name in self.arguments if f"{kind} {route}".endswith(name)]
        names += [name for name in self.arguments if route.startswith(name)]
        known = self.arguments[max(names, key=len)] if names else {}
        missing = needed - known.keys()
        assert not missing, f"{route}: say in {__name__} what {sorted(missing)} can be"
        urlconf = settings.HOST_URLCONFS[kind]
        return reverse(route, urlconf, kwargs={name: known[name] for name in needed})

    def _halfway(self) -> Visitor:
        """Somebody who gave the right password and is asked for the second factor."""
        client = Client(headers={"host": HOSTS["editor"]})
        asked = client.post("/masuk/", {"login": self.writer.username, "password": PASSWORD})
        assert asked["Location"] == "/masuk/kode/"
        return as_visitor(client)

    def _new_password(self) -> Place:
        """The form behind the link of a letter."""
        client = Client(headers={"host": HOSTS["editor"]})
        route = "account_reset_password_from_key"
        path = self._path("editor", route, {"uidb36", "key"})
        led = client.get(path, follow=True).redirect_chain[-1][0]
        return Place(as_visitor(client), route, urlsplit(led).path)


def make_country() -> Country:
    user = User.objects.create_user("tini", "tini@contoh.go.id", PASSWORD)
    bandung = Institution.objects.get(slug=BANDUNG)
    Membership.objects.create(user=user, institution=bandung, role=Role.WRITER, valid_from=LONG_AGO)
    give_totp(user)
    return Country(user)
