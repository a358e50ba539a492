import pytest

from selaras.common import env, mail_url
from selaras.common.env import InvalidSetting


@pytest.mark.parametrize(
    ("text", "host", "port", "user", "password", "ssl", "starttls"),
    [("smtp://surel.example", "surel.example", 587, "", "", False, True),
     ("smtp://surel.example:25?plain", "surel.example", 25, "", "", False, False),
     ("smtps://a%40b:p%2Fw@surel.example", "surel.example", 465, "a@b", "p/w", True, False)],
)  # fmt: skip
def test_a_mail_server_is_one_address(
    text: str, host: str, port: int, user: str, password: str, ssl: bool, starttls: bool
) -> None:
    found = mail_url.parse(text)
    assert (found.host, found.port, found.user, found.password) == (host, port, user, password)
    assert (found.ssl, found.starttls) == (ssl, starttls)


@pytest.mark.parametrize("text", ["", "console:"])
def test_without_a_server_letters_are_printed(text: str) -> None:
    assert mail_url.parse(text).backend.endswith("console.EmailBackend")


@pytest.mark.parametrize(
    "text",
    ["http://x", "smtp://", "smtp://host/pfad", "smtp://host:kein", "smtp://host?tls=0", "x"],
)
def test_anything_else_is_refused_without_repeating_it(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SURAT", f"{text}#rahasia" if text == "smtp://host" else text)
    with pytest.raises(InvalidSetting) as refused:
        env.mail("SURAT")
    assert "smtp://user:password@host:587" in str(refused.value)
