import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver

from selaras.pages.models.base import TAKEN_SLUGS
from selaras.pages.tests.making import article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["cari", "topik", "en"])
def test_a_page_cannot_take_an_address_of_the_site_itself(country: None, slug: str) -> None:
    with pytest.raises(ValidationError, match="dipakai oleh situs ini sendiri"):
        article(slug)


def test_the_addresses_of_the_site_itself_are_all_known() -> None:
    """The first parts of every route of an institution's host that is not a page."""

    def firsts(resolver: object, prefix: str = "") -> set[str]:
        found = set()
        for entry in resolver.url_patterns:  # type: ignore[attr-defined]
            path = prefix + str(entry.pattern).lstrip("^")
            if hasattr(entry, "url_patterns"):
                found |= firsts(entry, path)
            else:
                found.add(path.split("/")[0])
        return found

    routes = firsts(get_resolver("selaras.config.urls.institution"))
    slugs = {one for one in routes if one.replace("-", "").isalnum()}
    assert slugs <= TAKEN_SLUGS
