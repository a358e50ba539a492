import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from selaras.pages.models import ArticlePage, Correction
from selaras.pages.tests.making import HOST, article, home_of

pytestmark = pytest.mark.django_db


def get(path: str) -> tuple[int, str]:
    response = Client().get(path, headers={"host": HOST})
    return response.status_code, response.content.decode()


def test_an_unpublished_page_says_that_it_was_withdrawn_and_not_what_it_said(
    country: None,
) -> None:
    article("ditarik", title="Rahasia").unpublish()
    status, body = get("/ditarik/")
    assert status == 410
    assert "Halaman ini ditarik" in body
    assert "Rahasia" not in body


def test_a_page_withdrawn_with_a_reason_tells_it(country: None) -> None:
    page = article("keliru", title="Jadwal vaksin")
    page.unpublish()
    ArticlePage.objects.filter(pk=page.pk).update(
        withdrawn_at=timezone.now(), withdrawal_reason="Tanggalnya keliru."
    )
    body = get("/keliru/")[1]
    assert "Tanggalnya keliru." in body
    assert "Jadwal vaksin" in body


def test_a_page_that_expired_says_that_it_ended(country: None) -> None:
    page = article("usai")
    page.unpublish()
    ArticlePage.objects.filter(pk=page.pk).update(expired=True)
    assert "Halaman ini sudah berakhir" in get("/usai/")[1]


def test_a_draft_that_was_never_public_is_not_found(country: None) -> None:
    draft = ArticlePage(
        title="Draf", slug="draf", lead="Teras.", byline="Redaksi", place="Bandung", live=False
    )
    home_of().add_child(instance=draft)
    assert get("/draf/")[0] == 404


def test_a_correction_stands_above_the_text_and_in_full_below_it(country: None) -> None:
    page = article("dikoreksi")
    Correction.objects.create(
        page=page, corrected_on=timezone.localdate(), text="Angka 12 seharusnya 21."
    )
    yesterday = timezone.localdate() - timedelta(days=1)
    Correction.objects.create(page=page, corrected_on=yesterday, text="Nama kecamatan diperbaiki.")
    body = get("/dikoreksi/")[1]
    assert re.search(r'href="#koreksi">.*?Dikoreksi \d', body)
    newest, older = body.index("Angka 12 seharusnya 21."), body.index("Nama kecamatan")
    assert newest < older
