"""schema.org in JSON-LD: what a page is, said so that a program understands it.

Each function makes one node; `as_script` joins nodes into what stands in a `<script>`.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution, Region
from selaras.media.addresses import picture_address
from selaras.media.models import Picture
from selaras.media.presets import PRESETS
from selaras.pages.models import ArticlePage, BasePage, ContactDetail, SiteProfile

Node = dict[str, Any]

CONTEXT = "https://schema.org"
# No character may end the script element or begin another, whatever a headline says.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
# How the signature of a desk begins; everything else is taken for a person's name.
DESKS = {"tim", "redaksi", "humas", "dinas", "diskominfo", "kementerian", "badan", "biro", "bagian"}


def as_script(nodes: Iterable[Node]) -> SafeString:
    """JSON-LD for a script element."""
    told = json.dumps({"@context": CONTEXT, "@graph": list(nodes)}, ensure_ascii=False)
    return mark_safe(told.translate(_ESCAPES))  # noqa: S308


def organization(institution: Institution, profile: SiteProfile | None) -> Node:
    """The institution in short, as a publisher."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{institution.url}/#instansi",
        "name": institution.name,
        "url": f"{institution.url}/",
        "logo": _logo(institution, profile.emblem if profile else None),
    }


def whole_organization(institution: Institution, profile: SiteProfile | None) -> Node:
    """The institution with its region, contacts and channels, for its home page."""
    node = organization(institution, profile) | {
        "alternateName": institution.short_name,
        "areaServed": area(institution.region),
    }
    if profile is None:
        return node
    if profile.address:
        address = {"streetAddress": profile.address, "addressCountry": "ID"}
        node["address"] = {"@type": "PostalAddress"} | address
    if contacts := _contacts(profile):
        node["contactPoint"] = contacts
    if channels := [channel.url for channel in profile.channels.all()]:
        node["sameAs"] = channels
    return node


def website(institution: Institution | None, search_address: str = "") -> Node:
    """A site, or the portal for None; `search_address` is where it is searched, if anywhere."""
    home = portal_url() if institution is None else f"{institution.url}/"
    node: Node = {
        "@type": "WebSite",
        "@id": f"{home}#situs",
        "name": "Selaras" if institution is None else institution.name,
        "url": home,
        "inLanguage": settings.LANGUAGE_CODE,
    }
    if search_address:
        template = f"{search_address}?q={{search_term_string}}"
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return node


def breadcrumbs(page: BasePage) -> Node:
    """From the home page to this page."""
    institution = page.institution
    steps = [(institution.short_name, f"{institution.url}/")]
    steps += [(crumb.title, f"{institution.url}{crumb.url}") for crumb in page.trail]
    steps.append((page.title, page.full_url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": {"@id": url}}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }


def web_page(page: BasePage) -> Node:
    """Any page that is no article."""
    node: Node = {
        "@type": "WebPage",
        "name": page.title,
        "url": page.full_url,
        "inLanguage": settings.LANGUAGE_CODE,
        "isPartOf": {"@id": f"{page.institution.url}/#situs"},
        "publisher": {"@id": f"{page.institution.url}/#instansi"},
    }
    if lead := str(getattr(page, "lead", "")):
        node["description"] = lead
    if page.last_published_at:
        local = page.institution.region.local(page.last_published_at)
        node["dateModified"] = local.isoformat(timespec="seconds")
    return node


def news_article(page: ArticlePage, profile: SiteProfile | None, share_picture: str) -> Node:
    """The article; on each of its parts the whole is meant. `share_picture` is an address."""
    local = page.institution.region.local
    subjects = [row.subject.label for row in page.page_subjects.all()]
    node: Node = {
        "@type": "NewsArticle",
        "@id": f"{page.full_url}#artikel",
        "headline": page.title,
        "description": page.lead,
        "url": page.full_url,
        "mainEntityOfPage": page.full_url,
        "datePublished": local(page.dated).isoformat(timespec="seconds"),
        "dateModified": local(page.last_published_at or page.dated).isoformat(timespec="seconds"),
        "dateline": f"{page.place.upper()}, {page.dateline}",
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
        "author": _author(page),
        "publisher": organization(page.institution, profile),
        "isPartOf": website(page.institution),
        "image": _images(page, share_picture),
        "contentLocation": {"@type": "Place", "name": page.place},
    }
    if page.kicker_words:
        node["articleSection"] = page.kicker_words
    if subjects:
        node["keywords"] = ", ".join(subjects)
    if corrections := [
        {
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": correction.corrected_on.isoformat(),
        }
        for correction in page.corrections.all()
    ]:
        node["correction"] = corrections
    return node


def _author(page: ArticlePage) -> Node:
    name = page.byline or page.institution.short_name
    desk = name.split(maxsplit=1)[0].casefold() in DESKS or name == page.institution.short_name
    return {"@type": "Organization" if desk else "Person", "name": name}


def _images(page: ArticlePage, share_picture: str) -> list[Node | str]:
    """The photo where there is one, then the drawn picture."""
    if page.picture is None:
        return [share_picture]
    preset = PRESETS["share"]
    width = preset.widths[-1]
    photo: Node = {
        "@type": "ImageObject",
        "url": f"{page.institution.url}{picture_address(page.picture, 'share')}",
        "width": f"{width} px",
        "height": f"{preset.height(width)} px",
    }
    if page.picture_caption:
        photo["caption"] = page.picture_caption
    if page.picture.credit:
        photo["creditText"] = page.picture.credit
    return [photo, share_picture]


def _logo(institution: Institution, emblem: Picture | None) -> str:
    path = picture_address(emblem, "emblem") if emblem else static("look/favicon.svg")
    return f"{institution.url}{path}"


def area(region: Region) -> Node:
    """The region by its ministry code, or the country."""
    country = {"@type": "Country", "name": "Indonesia"}
    if region.level == Region.Level.NATIONAL:
        return country
    node = {"@type": "AdministrativeArea", "name": region.full_name, "identifier": region.pk}
    return node | {"containedInPlace": country}


def _contacts(profile: SiteProfile) -> list[Node]:
    """Telephones and mail addresses, with the hours in which they are answered."""
    kinds = ContactDetail.Kind
    details = list(profile.contacts.all())
    hours = "; ".join(one.value for one in details if one.kind == kinds.HOURS)
    names = {kinds.PHONE: "telephone", kinds.EMAIL: "email"}
    return [
        {
            "@type": "ContactPoint",
            "contactType": one.note or "layanan publik",
            names[kinds(one.kind)]: one.value,
            "availableLanguage": settings.LANGUAGE_CODE,
        }
        | ({"description": hours} if hours else {})
        for one in details
        if one.kind in names
    ]
