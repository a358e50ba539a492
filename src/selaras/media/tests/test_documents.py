"""Documents: what is taken, and how it is handed out."""

import html
import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from wagtail.models import CollectionViewRestriction

from selaras.look.middleware import UPLOADED_POLICY
from selaras.media.models import File
from selaras.media.tests import pictures as made

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
BAD = {
    "empty": (b"", "laporan.pdf", "Berkas ini kosong."),
    "program": (b"MZ\x90\x00", "pasang.exe", "Berkas berakhiran .exe tidak diterima."),
    "page": (b"<html></html>", "laporan.html", "Berkas berakhiran .html tidak diterima."),
    "picture with script": (b"<svg/>", "logo.svg", "Berkas berakhiran .svg tidak diterima."),
    "no ending": (PDF, "laporan", "Berkas tanpa akhiran tidak diterima."),
    "page as pdf": (b"<!doctype html><script>", "laporan.pdf", "Isi berkas ini bukan PDF."),
    "page as csv": (b"\xef\xbb\xbf <HTML>", "data.csv", "Isi berkas ini bukan CSV."),
    "bytes as text": (b"a\x00b", "data.txt", "Isi berkas ini bukan TXT."),
    "pdf as docx": (PDF, "laporan.docx", "Isi berkas ini bukan DOCX."),
}


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("isi.txt", "isi")
    return out.getvalue()


GOOD = {
    "pdf": (PDF, "laporan.pdf"),
    "upper case": (PDF, "LAPORAN.PDF"),
    "docx": (archive(), "surat.docx"),
    "csv": (b"wilayah;jumlah\nBandung;1\n", "data.csv"),
    "json": (b'{"a": 1}', "data.json"),
    "name of another script": (PDF, "ꦧꦱꦗꦮ 🌋.pdf"),
}


@pytest.fixture
def client(country: None) -> Client:
    return made.librarian()


def sent(client: Client, content: bytes, name: str) -> Any:
    data = {"title": "Laporan", "file": made.upload(content, name)}
    return client.post("/admin/documents/add/", data)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_document_is_refused_in_a_sentence_and_nothing_is_kept(
    client: Client, kind: str
) -> None:
    content, name, sentence = BAD[kind]
    response = sent(client, content, name)
    assert response.status_code == 200
    assert sentence in html.unescape(response.content.decode())
    many = client.post(
        "/admin/documents/multiple/add/", {"title": name, "files[]": made.upload(content, name)}
    ).json()
    assert many["success"] is False
    assert sentence in many["error_message"]
    assert File.objects.count() == 0


def test_a_document_that_is_too_heavy_is_refused(client: Client, settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 20
    response = sent(client, PDF, "laporan.pdf")
    assert "paling besar 20 byte" in response.content.decode()
    assert File.objects.count() == 0


@pytest.mark.parametrize("kind", GOOD)
def test_a_document_is_a_download_on_every_host(client: Client, kind: str) -> None:
    content, name = GOOD[kind]
    assert sent(client, content, name).status_code == 302
    url = File.objects.get().url
    for host in ("localhost", "kota-bandung.localhost", "redaksi.localhost"):
        response = Client(headers={"host": host}).get(url)
        assert response.status_code == 200
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == UPLOADED_POLICY
        assert b"".join(response.streaming_content) == content


def test_a_document_under_another_name_or_number_does_not_exist(client: Client) -> None:
    sent(client, PDF, "laporan.pdf")
    visitor = Client(headers={"host": "localhost"})
    number = File.objects.get().pk
    assert visitor.get(f"/documents/{number}/lain.pdf").status_code == 404
    assert visitor.get(f"/documents/{number + 1}/laporan.pdf").status_code == 404


def test_a_document_whose_file_was_lost_before_it_was_ever_read_is_not_found(
    client: Client,
) -> None:
    sent(client, PDF, "laporan.pdf")
    File.objects.update(file="documents/laporan.pdf-hilang/laporan.pdf", file_hash="")
    url = File.objects.get().url
    assert Client(headers={"host": "localhost"}).get(url).status_code == 404


def test_a_document_of_a_restricted_collection_is_not_public(client: Client) -> None:
    sent(client, PDF, "laporan.pdf")
    file = File.objects.get()
    CollectionViewRestriction.objects.create(
        collection=file.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert Client(headers={"host": "localhost"}).get(file.url).status_code == 404
