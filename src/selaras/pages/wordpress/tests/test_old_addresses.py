"""Old addresses lead to the new ones once the old domain points here."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from selaras.pages.wordpress.tests.conftest import Import

pytestmark = pytest.mark.django_db

SITE = "http://kota-bandung.localhost:8000"


def target(path: str, host: str = "kota-bandung") -> str:
    """Where an address redirects to for good; nothing if it does not."""
    response = Client().get(path, headers={"host": f"{host}.localhost"})
    return response["Location"].removeprefix(SITE) if response.status_code == 301 else ""


ADDRESSES = {
    "/2021/09/banjir-surut/": "/berita/banjir-surut/",
    "/2021/09/banjir-surut/?utm_source=wa": "/berita/banjir-surut/",
    "/2021/09/%F0%9F%98%80-%EA%A6%B1%EA%A6%B8/": "/berita/sugeng-rawuh/",
    "/?p=101": "/berita/banjir-surut/",
    "/?page_id=201": "/profil/",
    "/profil/kontak/": "/kontak/",
}


def test_an_old_address_leads_to_the_page(bring: Import) -> None:
    bring()
    assert {old: target(old) for old in ADDRESSES} == ADDRESSES


def test_an_old_document_is_found(bring: Import) -> None:
    bring()
    new = target("/wp-content/uploads/2021/09/edaran.pdf")
    assert new.startswith("/documents/")
    response = Client().get(new, headers={"host": "kota-bandung.localhost"})
    assert b"".join(response.streaming_content).startswith(b"%PDF-")


def test_an_old_picture_is_found(bring: Import) -> None:
    bring()
    new = target("/wp-content/uploads/2021/10/infografis.png")
    response = Client().get(new, headers={"host": "kota-bandung.localhost"})
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"


def test_other_numbers_and_other_sites_lead_nowhere(bring: Import) -> None:
    bring()
    assert target("/?p=99999") == ""
    assert target("/?p=abc") == ""
    assert target("/?p=101", host="kota-bogor") == ""
    assert target("/2021/09/banjir-surut/", host="kota-bogor") == ""


def test_a_page_at_its_old_address_needs_no_redirect(bring: Import) -> None:
    bring()
    assert not Redirect.objects.filter(old_path="/profil").exists()


def test_what_was_never_public_has_no_old_address(bring: Import) -> None:
    bring()
    for number in (105, 106, 107, 108, 113):
        assert not Redirect.objects.filter(old_path=f"/?p={number}").exists()


def test_an_address_that_an_editor_redirected_elsewhere_is_left_alone(bring: Import) -> None:
    from selaras.institutions.models import Institution

    site = Institution.objects.get(slug="kota-bandung").site
    Redirect.add_redirect("/2021/09/banjir-surut/", "https://lain.example/", site=site)
    report = bring()
    notes = next(line.notes for line in report.lines if line.key == "101")
    assert "Alamat lamanya /2021/09/banjir-surut sudah mengarah ke halaman lain." in notes
    assert target("/2021/09/banjir-surut/") == "https://lain.example/"
