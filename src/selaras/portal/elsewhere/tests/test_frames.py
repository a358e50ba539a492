"""Small pages for frames: only they may stand on any website, and a refusal is readable there."""

import pytest

from selaras.portal.elsewhere.tests.asking import STATUS, ask, status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
FRAME = f"{STATUS}/"


def test_a_frame_may_stand_anywhere_and_runs_nothing() -> None:
    status("kuning")
    for path in (FRAME, "/sematan/pengumuman/32.73/", "/sematan/fakta/tidak/32.73/"):
        frame = ask(path)
        policy = frame["Content-Security-Policy"]
        assert "frame-ancestors *" in policy
        assert "script-src 'none'" in policy
        assert "X-Frame-Options" not in frame
        assert b"<script" not in frame.content
        assert b'<base target="_top">' in frame.content
        assert not frame.cookies
    assert ask("/sematan/")["X-Frame-Options"] == "SAMEORIGIN"


def test_it_shows_the_value_with_source_and_owner() -> None:
    status("kuning")
    html = ask(FRAME).content.decode()
    for words in ("Status siaga, Kota Bandung", 'data-tone="2">Siaga Kuning<', "Keputusan uji",
                  "Berlaku sejak", "Peragaan: bukan situs resmi."):  # fmt: skip
        assert words in html
    assert '<html lang="en">' in ask(f"/en{FRAME}").content.decode()


def test_it_takes_the_mode_of_the_page_around_it() -> None:
    for query, mode in (
        ("?mode=light", "light"), ("?mode=dark", "dark"), ("?mode=x", ""), ('?mode="><script>', ""),
    ):  # fmt: skip
        html = ask(f"{FRAME}{query}").content.decode()
        assert (f'data-mode="{mode}"' in html) is bool(mode)
        assert f'name="color-scheme" content="{mode or "light dark"}"' in html


def test_what_is_not_there_is_said_in_the_frame() -> None:
    for path in (
        "fakta/tidak.ada/32.73/", "fakta/siaga.status/99/", "fakta/%00/32.73/", "pengumuman/99/",
        "pengumuman/isi/tidak/",
    ):  # fmt: skip
        frame = ask(f"/sematan/{path}")
        assert frame.status_code == 404
        assert "Yang disematkan di sini tidak ada lagi." in frame.content.decode()
        assert "frame-ancestors *" in frame["Content-Security-Policy"]


def test_a_nonsense_number_of_announcements_is_no_failure() -> None:
    for count in ("0", "-1", "9999", "dua", "%00", "٣", "1.5", ""):
        assert ask(f"/sematan/pengumuman/32.73/?jumlah={count}").status_code == 200
