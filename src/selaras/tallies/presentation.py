"""A tally for machines: JSON, CSV and schema.org, each saying what the page says."""

import csv
import io
import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from selaras.institutions.hosts import portal_url
from selaras.tallies.addresses import address
from selaras.tallies.board import Board, Line
from selaras.tallies.models import Version
from selaras.tallies.queries import Panel
from selaras.tallies.reading.comma_separated import CODE, NAME, TOTAL

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json(board: Board, versions: list[Panel]) -> dict[str, Any]:
    """The whole version. Shares are text, because they are exact."""
    tally = board.tally
    return {
        "demonstration": settings.DEMONSTRATION,
        "slug": tally.slug,
        "title": tally.title,
        "url": address(tally),
        "publisher": {"slug": tally.publisher.slug, "name": tally.publisher.name},
        "source": {"name": tally.source_name, "url": tally.source_url},
        "region": tally.region_id,
        "version": _version(board.version),
        "options": [
            {"key": one.key, "name": one.name, "short": one.short} for one in board.options
        ],
        "total": _line(board.whole),
        "rows": [row for line in board.lines for row in (_line(line), *map(_line, line.parts))],
        "versions": [_version(one.version) | {"total": _line(one.whole)} for one in versions],
    }


def as_csv(board: Board) -> str:
    """The rows in the format that `selaras tallies import` reads."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([CODE, NAME, *(option.column for option in board.options), TOTAL])
    whole = [] if board.whole.row.computed else [board.whole]
    rows = [one for line in board.lines for one in (line, *line.parts)]
    for line in [*whole, *rows]:
        votes = [figure.votes for figure in line.figures]
        writer.writerow([line.row.code, line.row.name, *votes, line.row.total])
    return text.getvalue()


def as_dataset(board: Board) -> SafeString:
    """A schema.org Dataset as JSON for a script element: no character can end the element."""
    tally, version = board.tally, board.version
    decided = version.decided_on or version.published_at.date()
    described = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": tally.title,
        "description": _("%(title)s: suara sah menurut wilayah dan pilihan. Sumber: %(source)s.")
        % {"title": tally.title, "source": _source(board)},
        "url": address(tally),
        "identifier": address(tally),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "version": str(version.number),
        "datePublished": decided.isoformat(),
        "dateModified": version.published_at.isoformat(),
        "creator": {"@type": "Organization", "name": tally.source_name} | _url(tally.source_url),
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": tally.publisher.name,
            "url": f"{tally.publisher.url}/",
        },
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "Selaras", "url": portal_url()},
        "spatialCoverage": {"@type": "Place", "name": tally.region.full_name},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": option.name, "unitText": "suara"}
            for option in board.options
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": address(tally, page),
            }
            for media_type, page in (("text/csv", "csv"), ("application/json", "json"))
        ],
    }
    text = json.dumps(described, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(text)  # noqa: S308 - what could end the element was escaped


def _source(board: Board) -> str:
    return ", ".join(filter(None, [board.tally.source_name, board.version.instrument]))


def _url(address: str) -> dict[str, str]:
    return {"url": address} if address else {}


def _version(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "status": version.status,
        "progress": None if version.progress is None else str(version.progress),
        "instrument": version.instrument,
        "decided_on": version.decided_on.isoformat() if version.decided_on else None,
        "note": version.note,
        "published_at": version.published_at.isoformat(),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "code": line.row.code,
        "name": line.row.name,
        "region": line.row.region_id,
        "total": line.row.total,
        "difference": line.difference,
        "votes": {figure.option.key: figure.votes for figure in line.figures},
        "shares": {figure.option.key: str(figure.share) for figure in line.figures},
        "changes": {
            figure.option.key: figure.change.by for figure in line.figures if figure.change
        },
    }
