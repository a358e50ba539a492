"""The institution that brings the old website, and the files of that site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from selaras.institutions.models import Institution
from selaras.pages.wordpress.importing import import_wordpress
from selaras.pages.wordpress.report import Report
from selaras.pages.wordpress.tests.old_site import EXPORT, write_uploads

Import = Callable[..., Report]


@pytest.fixture
def bandung(country: None) -> Institution:
    return Institution.objects.select_related("region", "site__root_page").get(slug="kota-bandung")


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    return write_uploads(tmp_path / "uploads")


@pytest.fixture
def bring(bandung: Institution, uploads: Path) -> Import:
    """Import the old website of the tests."""

    def run(file: Path = EXPORT, **options: object) -> Report:
        given = {"media": uploads} | options
        return import_wordpress(actor="uji", institution=bandung, file=file, **given)  # type: ignore[arg-type]

    return run
