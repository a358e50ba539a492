"""What a form with a grid in it sent: the grid as it stood, and what was pasted or chosen."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from selaras.announcements.grid.content import Stored, from_rows, merged, to_rows
from selaras.announcements.grid.errors import InvalidGrid, unreadable
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.reading import Reading, read_file, read_paste
from selaras.announcements.grid.summing import Summary, summed
from selaras.announcements.grid.workbook import LARGEST_FILE
from selaras.institutions.models import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True)
class Received:
    """`rows` is what to store, whatever was wrong: what could not be read stays in `text`.

    `told` are the mistakes of the paste with its line numbers, `words` say how its columns were
    understood, `chosen` are the keys of the types that are shown.
    """

    rows: Stored
    chosen: tuple[str, ...] = ()
    text: str = ""
    words: str = ""
    told: list[Summary] = field(default_factory=list)
    refused: InvalidGrid | None = None


def receive(topic: Topic, data: QueryDict, files: "Mapping[str, UploadedFile[Any]]") -> Received:
    """Read the fields of `grid/editor.html`; writes nothing and raises nothing."""
    chosen = tuple(data.getlist("grid_columns"))
    text, file = data.get("grid_text", ""), files.get("grid_file")
    rows: Stored = []
    try:
        rows = stored_in(data.get("rows", ""))
        if not text.strip() and not file:
            return Received(rows, chosen)
        ground = Ground.of(topic)
        reading = _read(text, file, ground)
    except InvalidGrid as error:
        return Received(rows, chosen, text=text, refused=error)
    checked = ground.check(reading.rows, reading.flaws)
    kept = [] if data.get("grid_replace") else rows
    told = summed(checked.flaws)
    # A heading that was not understood may have cost values: the text stays for another try.
    left = text if reading.flaws else ""
    return Received(merged(kept, to_rows(checked)), chosen, left, reading.words, told)


def stored_in(text: str) -> Stored:
    """The rows in the hidden field. Raises `InvalidGrid` where they are not whole."""
    try:
        rows = json.loads(text) if text else []
    except (ValueError, RecursionError) as error:
        problem = "Isi tabel yang dikirim terpotong."
        raise unreadable(0, problem, "Muat ulang halamannya.") from error
    return [[row.type_key, row.region_text, row.value_text] for row in from_rows(rows)]


def read_upload(file: "UploadedFile[Any]", ground: Ground) -> Reading:
    """Raises `InvalidGrid`."""
    data = file.read(LARGEST_FILE + 1)
    return read_file(file.name or "", data, ground.types, ground.places)


def _read(text: str, file: "UploadedFile[Any] | None", ground: Ground) -> Reading:
    return read_upload(file, ground) if file else read_paste(text, "", ground.types, ground.places)
