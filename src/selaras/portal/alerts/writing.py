"""A message as an XML document of the Common Alerting Protocol, version 1.2 (OASIS, 2010)."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from datetime import datetime

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.pages.machines.letters import lines
from selaras.portal.alerts import rules
from selaras.portal.alerts.addresses import data_address
from selaras.portal.alerts.messages import Identity, Message, Passage
from selaras.portal.alerts.words import ENGLISH, INDONESIAN, Words, note_of, words_of

Outlines = Mapping[str, Iterable[str]]

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
MEDIA_TYPE = "application/cap+xml"
# Under which names areas and their codes are given; in docs/reference/alerts.md.
CODES, COUNTRY = "kemendagri", ("ISO3166-1", "ID")
RESTRICTION = "Latihan; tidak untuk disiarkan. / Exercise; not for redistribution."


def written(message: Message, outlines: Outlines) -> bytes:
    """Polygons stand in it for the regions of `outlines`."""
    alert = ET.Element(_name("alert"))
    restricted = message.status == "Exercise"
    identity = message.identity
    _add(alert, "identifier", identity.identifier)
    _add(alert, "sender", identity.sender)
    _add(alert, "sent", _moment(identity.sent))
    _add(alert, "status", message.status)
    _add(alert, "msgType", message.kind)
    _add(alert, "scope", "Restricted" if restricted else "Public")
    _add(alert, "restriction", RESTRICTION if restricted else "")
    _add(alert, "note", note_of(message))
    _add(alert, "references", " ".join(_reference(one) for one in message.references))
    for passage in message.passages:
        for language in (INDONESIAN, ENGLISH):
            info = _info(alert, message, passage, language)
            for region in passage.regions:
                _area(info, region, outlines.get(region.pk, ()))
    text: bytes = ET.tostring(
        alert, encoding="utf-8", xml_declaration=True, default_namespace=NAMESPACE
    )
    return text


def _info(alert: ET.Element, message: Message, passage: Passage, language: str) -> ET.Element:
    info = ET.SubElement(alert, _name("info"))
    words = words_of(message, passage, language)
    one = passage.announcement
    told = {
        "language": language,
        "category": rules.category(one.topic),
        "event": words.event,
        "responseType": passage.response,
        "urgency": passage.urgency,
        "severity": passage.severity,
        "certainty": passage.certainty,
        "effective": _moment(message.identity.sent),
        "onset": _moment(passage.onset) if passage.onset else "",
        "expires": _moment(passage.expires) if passage.expires else "",
        "senderName": one.speaker_name,
        "headline": words.headline,
        "description": words.description,
        "instruction": words.instruction,
        "web": one.url,
        "contact": "; ".join(f"{row.name}: {row.reach}" for row in one.contacts.all()),
    }
    for name, text in told.items():
        _add(info, name, text)
    _details(info, passage, words)
    return info


def _details(info: ET.Element, passage: Passage, words: Words) -> None:
    resource = ET.SubElement(info, _name("resource"))
    _add(resource, "resourceDesc", words.details)
    _add(resource, "mimeType", "application/json")
    _add(resource, "uri", data_address(passage.announcement))


def _area(info: ET.Element, region: Region, polygons: Iterable[str]) -> None:
    area = ET.SubElement(info, _name("area"))
    _add(area, "areaDesc", region.full_name)
    for polygon in polygons:
        _add(area, "polygon", polygon)
    codes = [(CODES, region.pk), *([COUNTRY] if region.pk == NATIONAL else [])]
    for name, code in codes:
        geocode = ET.SubElement(area, _name("geocode"))
        _add(geocode, "valueName", name)
        _add(geocode, "value", code)


def _add(parent: ET.Element, name: str, text: str) -> None:
    """An element, unless there is nothing to say."""
    said = lines(text)
    if said:
        ET.SubElement(parent, _name(name)).text = said


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _moment(moment: datetime) -> str:
    """With the offset written out: CAP forbids `Z` and fractions of a second."""
    return moment.isoformat(timespec="seconds")


def _reference(one: Identity) -> str:
    return f"{one.sender},{one.identifier},{_moment(one.sent)}"
