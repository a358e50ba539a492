"""Takes the old site's uploads into the institution's library, each once."""

import hashlib
from pathlib import PurePosixPath
from typing import BinaryIO

from django.db import transaction

from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.media.models import File, Picture
from selaras.media.services import add_file, add_picture
from selaras.pages.models.imported import ImportedItem
from selaras.pages.wordpress.cleaning import plain_text
from selaras.pages.wordpress.cleaning.addresses import file_name
from selaras.pages.wordpress.cleaning.characters import cut, one_line
from selaras.pages.wordpress.fetching import Unavailable
from selaras.pages.wordpress.items import Item, whole_number
from selaras.pages.wordpress.oldsite import OldSite, sizes
from selaras.pages.wordpress.records import LONGEST_KEY, Records
from selaras.pages.wordpress.redirects import keep_upload_address
from selaras.pages.wordpress.report import Line, Outcome, Report
from selaras.pages.wordpress.scanning import MEDIA, Overview, shown_title
from selaras.pages.wordpress.sniffing import named_after_content
from selaras.pages.wordpress.uploads import Upload, Uploads

LONGEST_TEXT = 255
Kind = ImportedItem.Kind


class Library:
    """Finds pictures and documents by what a text says of them: a number, an address, or both."""

    def __init__(
        self,
        *,
        actor: str,
        institution: Institution,
        overview: Overview,
        old: OldSite,
        records: Records,
        uploads: Uploads,
        report: Report,
    ) -> None:
        self._actor = actor
        self._institution = institution
        self._overview = overview
        self._old = old
        self._records = records
        self._uploads = uploads
        self._report = report
        self._found: dict[str, Picture | File | None] = {}

    def take_all(self) -> None:
        """Take every attachment that is not here yet; each is a transaction of its own."""
        for item in self._overview.media.values():
            self._report.add(self._take(item))

    def find(self, number: int, url: str) -> Picture | File | None:
        """What an attachment's number or an upload's address means, if it is here."""
        attachment = number if number in self._overview.media else self._old.attachment_at(url)
        if attachment:
            return self._stored(str(attachment))
        return self._unlisted(url)

    def pictures_of(self, post: int) -> list[Picture]:
        """The pictures attached to a post, in the order of the export."""
        found = (
            self._stored(str(number))
            for number, item in self._overview.media.items()
            if item.parent == post
        )
        return [picture for picture in found if isinstance(picture, Picture)]

    def caption(self, number: int) -> str:
        item = self._overview.media.get(number)
        return plain_text(item.excerpt) if item else ""

    def _stored(self, key: str) -> Picture | File | None:
        if key not in self._found:
            row = self._records.get(key)
            self._found[key] = (row.picture or row.file) if row else None
            if self._report.dry_run and row is None:
                self._found[key] = self._expected(key)
        return self._found[key]

    def _expected(self, key: str) -> Picture | File | None:
        """What a dry run would have taken: a stand-in that is never stored."""
        item = self._overview.media.get(whole_number(key))
        path = self._path(item) if item else key
        if self._what_would_happen(path)[0] is Outcome.FAILED:
            return None
        name, is_picture = named_after_content(PurePosixPath(path).name, b"")
        return Picture(pk=0, file=name, width=1, height=1) if is_picture else File(pk=0, file=name)

    def _take(self, item: Item) -> Line:
        key = str(item.wp_id)
        row = self._records.get(key) or self._records.new(key, Kind.ATTACHMENT)
        digest = _digest(item)
        if row.state == ImportedItem.State.DONE:
            return _line(item, *_what_stands(row, digest))
        path = self._path(item)
        if self._report.dry_run:
            return _line(item, *self._what_would_happen(path))
        problem = self._taken(row, path, item.attachment_url, digest, item)
        return _line(item, Outcome.FAILED if problem else Outcome.CREATED, problem)

    def _path(self, item: Item) -> str:
        return item.meta.get("_wp_attached_file") or self._old.upload_path(item.attachment_url)

    def _what_would_happen(self, path: str) -> tuple[Outcome, str]:
        if self._uploads.lies_in_folder(path):
            return Outcome.CREATED, ""
        if self._uploads.can_fetch:
            return Outcome.CREATED, "Akan diambil dari situs lama."
        return Outcome.FAILED, "Tidak ada di folder media."

    def _unlisted(self, url: str) -> Picture | File | None:
        """An upload that the export does not list: it is taken when a text first shows it."""
        for path in sizes(self._old.upload_path(url))[::-1]:
            if len(path) > LONGEST_KEY:
                return None
            stored = self._stored(path)
            if stored is not None:
                return stored
            if self._report.dry_run:
                continue
            row = self._records.get(path) or self._records.new(path, Kind.ATTACHMENT)
            if row.state == ImportedItem.State.DONE or not self._uploads.lies_in_folder(path):
                continue
            problem = self._taken(row, path, url, "", None)
            outcome = Outcome.FAILED if problem else Outcome.CREATED
            self._report.add(Line(path, MEDIA, file_name(path), outcome, problem))
            del self._found[path]
            return self._stored(path)
        return None

    def _taken(self, row: ImportedItem, path: str, url: str, digest: str, item: Item | None) -> str:
        """Take one upload; returns why it could not be taken, or nothing."""
        try:
            with self._uploads.opened(path, url) as upload, transaction.atomic():
                self._add(row, path or file_name(url), upload, item)
                row.state, row.problem, row.digest = ImportedItem.State.DONE, "", digest
                self._records.keep(row)
                keep_upload_address(self._institution, path, row.picture or row.file)
        except (Unavailable, Refused) as error:
            row.picture = row.file = None
            row.state, row.problem = ImportedItem.State.FAILED, error.problem
            with transaction.atomic():
                self._records.keep(row)
            return error.problem
        return ""

    def _add(self, row: ImportedItem, path: str, upload: Upload, item: Item | None) -> None:
        name, is_picture = named_after_content(PurePosixPath(path).name, _head(upload.file))
        title = one_line(item.title) if item else ""
        if not is_picture:
            row.file = add_file(
                actor=self._actor,
                institution=self._institution,
                file=upload.file,
                name=name,
                size=upload.size,
                title=title,
            )
            return
        said = description(item) if item else ""
        row.picture = add_picture(
            actor=self._actor,
            institution=self._institution,
            file=upload.file,
            name=name,
            size=upload.size,
            title=title,
            description=said,
        )
        if not said:
            self._report.pictures_without_text.append(path)


def description(item: Item) -> str:
    """The alternative text of an attachment, or its caption, or a title that is no file name."""
    title = one_line(item.title)
    if " " not in title or file_name(item.attachment_url).startswith(title):
        title = ""
    said = one_line(item.alternative_text) or plain_text(item.excerpt) or title
    return cut(said, LONGEST_TEXT)


def _what_stands(row: ImportedItem, digest: str) -> tuple[Outcome, str]:
    if row.picture_id is None and row.file_id is None:
        return Outcome.KEPT, "Sudah dihapus dari perpustakaan; tidak dibuat lagi."
    if row.digest != digest:
        return Outcome.KEPT, "Keterangannya berubah di situs lama; yang di perpustakaan tetap."
    return Outcome.UNCHANGED, ""


def _digest(item: Item) -> str:
    said = "\0".join([item.title, item.excerpt, item.alternative_text, item.attachment_url])
    return hashlib.sha256(said.encode()).hexdigest()


def _line(item: Item, outcome: Outcome, reason: str) -> Line:
    return Line(str(item.wp_id), MEDIA, shown_title(item), outcome, reason)


def _head(file: BinaryIO) -> bytes:
    head = file.read(32)
    file.seek(0)
    return head
