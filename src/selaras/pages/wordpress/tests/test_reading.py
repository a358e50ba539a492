from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from selaras.pages.wordpress.items import Item, Site
from selaras.pages.wordpress.reading import bytes as reading_bytes
from selaras.pages.wordpress.reading import open_export
from selaras.pages.wordpress.tests.old_site import EXPORT, SITE, export_of, post

WIT = timezone(timedelta(hours=9))


def read(path: Path) -> tuple[Site, dict[int, Item]]:
    with open_export(path) as export:
        return export.site, {item.wp_id: item for item in export.items()}


def read_bytes(data: bytes, folder: Path) -> dict[int, Item]:
    path = folder / "ekspor.xml"
    path.write_bytes(data)
    return read(path)[1]


def test_the_old_site_stands_at_the_beginning() -> None:
    site, _ = read(EXPORT)
    assert site.url == SITE
    assert site.title == "Diskominfo Kota Contoh"
    assert site.authors == {"admin": "Penulis Lama"}


def test_every_field_of_a_post_is_read() -> None:
    item = read(EXPORT)[1][101]
    assert item.title == "Banjir Surut, Warga Kembali ke Rumah"
    assert item.slug == "banjir-surut"
    assert item.link == f"{SITE}/2021/09/banjir-surut/"
    assert item.creator == "admin"
    assert item.status == "publish"
    assert item.content.startswith("Warga Cigondewah")
    assert item.published_utc == datetime(2021, 9, 24, 3, tzinfo=UTC)
    assert [(term.domain, term.slug, term.name) for term in item.terms] == [
        ("category", "kebencanaan", "Kebencanaan"),
        ("post_tag", "banjir", "Banjir"),
    ]


def test_comments_are_counted_and_do_not_mix_with_their_post() -> None:
    item = read(EXPORT)[1][101]
    assert item.comments == 1
    assert item.thumbnail == 10
    assert "Semoga" not in item.content


def test_an_attachment_says_where_its_file_is_and_what_it_shows() -> None:
    item = read(EXPORT)[1][10]
    assert item.attachment_url.endswith("/wp-content/uploads/2021/09/foto-banjir.jpg")
    assert item.meta["_wp_attached_file"] == "2021/09/foto-banjir.jpg"
    assert item.alternative_text == "Warga membersihkan lumpur di Cigondewah"
    assert item.parent == 101


def test_a_percent_encoded_slug_becomes_readable() -> None:
    assert read(EXPORT)[1][112].readable_slug.startswith("\N{GRINNING FACE}-")


def test_a_moment_without_utc_is_read_in_the_zone_of_the_region(tmp_path: Path) -> None:
    data = export_of(post(1, post_date="2021-09-24 10:00:00")).replace(
        b"<wp:post_date_gmt>2021-09-24 03:00:00<", b"<wp:post_date_gmt>0000-00-00 00:00:00<"
    )
    item = read_bytes(data, tmp_path)[1]
    assert item.published_utc is None
    assert item.moment(WIT) == datetime(2021, 9, 24, 1, tzinfo=UTC)


def test_a_draft_without_any_date_has_no_moment(tmp_path: Path) -> None:
    data = export_of(post(1)).replace(b"2021-09-24 03:00:00", b"0000-00-00 00:00:00")
    assert read_bytes(data, tmp_path)[1].moment(WIT) is None


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_is_read_in_its_own_namespace(version: str, tmp_path: Path) -> None:
    assert set(read_bytes(export_of(post(1), post(2), version=version), tmp_path)) == {1, 2}


def test_a_byte_order_mark_and_empty_lines_before_the_xml_do_no_harm(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf\n\n" + export_of(post(1))
    assert read_bytes(data, tmp_path)[1].line == 8


def test_an_item_knows_its_line(tmp_path: Path) -> None:
    items = read_bytes(export_of(post(1), post(2)), tmp_path)
    assert [items[1].line, items[2].line] == [6, 7]


def test_control_characters_are_removed_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.xml"
    path.write_bytes(export_of(post(1, "Satu\x0bdua\x08"), post(2, "Tiga\x1f")))
    with open_export(path) as export:
        items = list(export.items())
        assert [item.content for item in items] == ["Satudua", "Tiga"]
        assert export.removed_characters == (3, 6)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "ekspor.xml"
    path.write_bytes(export_of(*(post(number, "Kata. " * 5_000) for number in range(1, 300))))
    assert path.stat().st_size > 8_000_000
    tracemalloc.start()
    with open_export(path) as export:
        count = sum(1 for _ in export.items())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 299
    assert peak < 2_000_000


def test_one_endless_item_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from selaras.pages.wordpress.errors import UnreadableExport

    monkeypatch.setattr(reading_bytes, "LARGEST_ITEM", 1_000_000)
    path = tmp_path / "ekspor.xml"
    path.write_bytes(export_of(post(1), post(2, "x" * 2_000_000)))
    with open_export(path) as export, pytest.raises(UnreadableExport, match="lebih besar dari"):
        list(export.items())
