"""The code that somebody copies to a page elsewhere."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from selaras.institutions.hosts import portal_url
from selaras.pages.machines.feeds.formats import FORMATS
from selaras.pages.machines.head import FEED_NAMES
from selaras.portal.elsewhere.addresses import address, fact_address, portal_path, region_address
from selaras.portal.elsewhere.announcements import USUAL
from selaras.portal.elsewhere.choosing import Choice
from selaras.portal.elsewhere.feeds import feed_addresses
from selaras.portal.elsewhere.framing import Framed, of_announcements, of_fact
from selaras.portal.elsewhere.releases import Release, newest


@dataclass(frozen=True, slots=True)
class Snippets:
    """`component` is the element alone, `script` what a page needs once before it; `page` is what
    its fallback leads to, by its `title`."""

    script: SafeString
    component: SafeString
    policy: str
    frame: SafeString
    data: str
    oembed: str
    feeds: SafeString
    page: str
    title: str


def snippets_of(choice: Choice) -> Snippets:
    """The code for a choice whose region is clear."""
    if choice.region is None:
        raise ValueError("without a region there is no code")
    framed, data, page = _places(choice)
    origin = portal_url("")
    return Snippets(
        script=script_tag(newest()),
        component=_component(choice, framed.title, page),
        policy=f"script-src {origin}; connect-src {origin};",
        frame=_with_mode(framed, choice.mode).code(),
        data=data,
        oembed=framed.address,
        feeds=_feeds(choice),
        page=page,
        title=framed.title,
    )


def script_tag(release: Release) -> SafeString:
    return format_html(
        '<script type="module" src="{}" integrity="{}" crossorigin="anonymous"></script>',
        address("sematan:release", release.digest),
        release.integrity,
    )


def script_path() -> str:
    """The same module for our own page, whatever host it is asked on."""
    return portal_path("sematan:release", newest().digest)


def _places(choice: Choice) -> tuple[Framed, str, str]:
    """The frame, the data, and the page for people."""
    region, fact_type = choice.region, choice.fact_type
    if region is None:
        raise ValueError("without a region there is no address")
    if fact_type is None:
        data = address("elsewhere:announcements_data", region.pk)
        return of_announcements(region, choice.count), data, region_address(region)
    data = address("elsewhere:fact_data", fact_type.key, region.pk)
    return of_fact(fact_type, region), data, fact_address(fact_type, region)


def _component(choice: Choice, title: str, page: str) -> SafeString:
    name = "selaras-fact" if choice.fact_type else "selaras-announcements"
    given = {"region": choice.region.pk if choice.region else ""}
    if choice.fact_type:
        given = {"type": choice.fact_type.key, **given, "format": choice.form}
    elif choice.count != USUAL:
        given["count"] = str(choice.count)
    given |= {"mode": choice.mode} if choice.mode else {}
    given["lang"] = get_language() or ""
    attributes = format_html_join(" ", '{}="{}"', given.items())
    return format_html('<{} {}><a href="{}">{}</a></{}>', name, attributes, page, title, name)


def _feeds(choice: Choice) -> SafeString:
    """Links for the head of a page."""
    links = [
        (FORMATS[name].content_type.partition(";")[0], FEED_NAMES[name], where)
        for name, where in feed_addresses(choice).items()
    ]
    return format_html_join("\n", '<link rel="alternate" type="{}" title="{}" href="{}">', links)


def _with_mode(framed: Framed, mode: str) -> Framed:
    if not mode:
        return framed
    joint = "&" if "?" in framed.address else "?"
    return replace(framed, address=f"{framed.address}{joint}{urlencode({'mode': mode})}")
