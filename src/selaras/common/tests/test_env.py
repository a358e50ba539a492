"""The environment is read by functions that return a type or say what is wrong."""

import os
from pathlib import Path

import pytest

from selaras.common import env
from selaras.common.env import InvalidSetting

NAME = "SELARAS_UJI"


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "")
    monkeypatch.delenv(NAME)


def test_a_text_is_itself_or_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.text(NAME, "baku") == "baku"
    monkeypatch.setenv(NAME, "isi")
    assert env.text(NAME, "baku") == "isi"
    assert env.text(NAME) == "isi"


def test_a_text_without_a_default_must_be_set() -> None:
    with pytest.raises(InvalidSetting, match=f"{NAME}: must be set"):
        env.text(NAME)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1", True), ("true", True), ("Yes", True), (" ON ", True),
        ("0", False), ("False", False), ("no", False), ("off", False), ("", False),
    ],
)  # fmt: skip
def test_a_flag_is_true_or_false(monkeypatch: pytest.MonkeyPatch, raw: str, expected: bool) -> None:
    monkeypatch.setenv(NAME, raw)
    assert env.flag(NAME, default=not expected) is expected


def test_a_flag_that_is_not_set_has_its_default() -> None:
    assert env.flag(NAME, default=True) is True
    assert env.flag(NAME, default=False) is False


@pytest.mark.parametrize("raw", ["2", "ya", "truee", "-"])
def test_anything_else_is_no_flag(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv(NAME, raw)
    with pytest.raises(InvalidSetting, match=NAME):
        env.flag(NAME, default=False)


def test_a_number_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.integer(NAME, default=8000) == 8000
    monkeypatch.setenv(NAME, "443")
    assert env.integer(NAME, default=8000) == 443


@pytest.mark.parametrize("raw", ["", "8.5", "delapan", "8000/tcp"])
def test_anything_else_is_no_number(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv(NAME, raw)
    with pytest.raises(InvalidSetting, match="whole number"):
        env.integer(NAME, default=8000)


@pytest.mark.parametrize(("raw", "told"), [("0", "at least 1"), ("366", "at most 365")])
def test_a_number_keeps_its_bounds(monkeypatch: pytest.MonkeyPatch, raw: str, told: str) -> None:
    monkeypatch.setenv(NAME, raw)
    with pytest.raises(InvalidSetting, match=told):
        env.integer(NAME, default=14, least=1, most=365)
    monkeypatch.setenv(NAME, "365")
    assert env.integer(NAME, default=14, least=1, most=365) == 365


def test_a_folder_is_absolute_and_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert env.folder(NAME, default=Path("var")) == tmp_path / "var"
    monkeypatch.setenv(NAME, str(tmp_path / "a" / "b"))
    assert env.folder(NAME, default=Path("var")).is_dir()
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_fills_in_what_is_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = f"{NAME}_LAIN"
    monkeypatch.setenv(other, "lingkungan")
    file = tmp_path / "selaras.env"
    file.write_text(f"# catatan\n\n{NAME} = isi=dengan=sama \n{other}=berkas\n", encoding="utf-8")
    env.load_file(file)
    try:
        assert os.environ[NAME] == "isi=dengan=sama"
        assert os.environ[other] == "lingkungan"
    finally:
        del os.environ[NAME]


def test_a_file_that_does_not_exist_changes_nothing(tmp_path: Path) -> None:
    before = dict(os.environ)
    env.load_file(tmp_path / "tidak-ada.env")
    assert dict(os.environ) == before


def test_a_line_that_is_no_setting_is_named(tmp_path: Path) -> None:
    file = tmp_path / "selaras.env"
    file.write_text(f"# catatan\n{NAME}\n", encoding="utf-8")
    with pytest.raises(InvalidSetting, match="line 2"):
        env.load_file(file)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", []),
        ("9.9.9.9", [("9.9.9.9", 53)]),
        (" 9.9.9.9 , 127.0.0.1:5353,", [("9.9.9.9", 53), ("127.0.0.1", 5353)]),
        ("[2620:fe::fe], [::1]:5353", [("2620:fe::fe", 53), ("::1", 5353)]),
    ],
)
def test_servers_are_addresses_with_ports(
    monkeypatch: pytest.MonkeyPatch, raw: str, expected: list[tuple[str, int]]
) -> None:
    assert env.servers(NAME, port=53) == []
    monkeypatch.setenv(NAME, raw)
    assert env.servers(NAME, port=53) == expected


@pytest.mark.parametrize(
    "raw", ["dns.example", "9.9.9.9 9.9.9.9", "9.9.9.9:dns", "9.9.9.9:99999", "[::1", "9.9.9.9/x"]
)
def test_anything_else_is_no_server(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv(NAME, raw)
    with pytest.raises(InvalidSetting, match=NAME):
        env.servers(NAME, port=53)


@pytest.mark.parametrize("raw", ["", " https://hub.example/a?b=1 ", "mailto:a@b.example"])
def test_an_address_has_one_of_the_schemes(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    assert env.address(NAME, schemes=("https", "mailto")) == ""
    monkeypatch.setenv(NAME, raw)
    assert env.address(NAME, schemes=("https", "mailto")) == raw.strip()


@pytest.mark.parametrize(
    "raw", ["hub.example", "http://a.example", "https://", "mailto:", "https://[", "https://a b"]
)
def test_anything_else_is_no_address(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv(NAME, raw)
    with pytest.raises(InvalidSetting, match=NAME):
        env.address(NAME, schemes=("https", "mailto"))


def test_an_address_with_a_password_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "ftp://selaras:rahasia@search.example")
    with pytest.raises(InvalidSetting, match="got another"):
        env.address(NAME, schemes=("https",), secret=True)
