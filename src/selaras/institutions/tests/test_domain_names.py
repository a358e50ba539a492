"""Whatever is typed as a host becomes its one stored form, or is refused with what to type."""

import pytest
from django.conf import LazySettings
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.institutions.domains.errors import InvalidHost, ReservedHost
from selaras.institutions.domains.names import ascii_host, is_host, own_host

LABEL = "a" * 63


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("bandung.go.id", "bandung.go.id"),
        (" BANDUNG.go.ID. ", "bandung.go.id"),
        ("www.bandung.go.id", "www.bandung.go.id"),
        ("bandung。go。id", "bandung.go.id"),
        ("ｂａｎｄｕｎｇ.go.id", "bandung.go.id"),
        ("bünde.example", "xn--bnde-0ra.example"),
        ("XN--BNDE-0RA.example", "xn--bnde-0ra.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("ꦧꦤ꧀ꦝꦸꦁ.id", "xn--fl9a2bual1g0b.id"),
        (f"{LABEL}.id", f"{LABEL}.id"),
    ],
)
def test_spellings_of_a_host_have_one_form(typed: str, host: str) -> None:
    assert own_host(typed) == host


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("https://bandung.go.id", "jalur: bandung.go.id"),
        ("HTTPS://Bandung.go.id/berita?a=1#b", "jalur: bandung.go.id"),
        ("bandung.go.id:8443", "jalur: bandung.go.id"),
        ("bandung.go.id/", "jalur: bandung.go.id"),
        ("admin@bandung.go.id", "jalur: bandung.go.id"),
        ("bandung go id", "jalur: bandung.go.id"),
        ("//", "jalur: bandung.go.id"),
        ("127.0.0.1", "alamat IP"),
        ("::1", "alamat IP"),
        ("[2001:db8::1]", "alamat IP"),
        ("１２７.0.0.1", "alamat IP"),
        ("127.1", "bukan nama domain"),
        ("bandung.0x7f", "bukan nama domain"),
        ("", "bukan nama domain"),
        (".", "bukan nama domain"),
        ("bandung", "bukan nama domain"),
        ("*.bandung.go.id", "bukan nama domain"),
        ("ban_dung.go.id", "bukan nama domain"),
        ("-bandung.go.id", "bukan nama domain"),
        ("bandung..go.id", "bukan nama domain"),
        ("xn--a.id", "bukan nama domain"),
        ("bandung\0.go.id", "bukan nama domain"),
        ("😀.\ud800.id", "bukan nama domain"),
        (f"{LABEL}a.id", "bukan nama domain"),
        (f"{LABEL}.{LABEL}.{LABEL}.{LABEL}.id", "terlalu panjang"),
        ("a." * 50_000 + "id", "terlalu panjang"),
    ],
)
def test_what_is_not_a_host_is_refused_with_what_to_type(typed: str, told: str) -> None:
    with pytest.raises(InvalidHost) as refusal:
        own_host(typed)
    assert told in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_the_longest_host_leaves_room_for_the_proof() -> None:
    host = f"{LABEL}.{LABEL}.{LABEL}.{'a' * 49}.id"
    assert len(f"_selaras.{host}") == 253
    assert own_host(host) == host
    with pytest.raises(InvalidHost):
        own_host(f"a{host}")


@pytest.mark.parametrize(
    "typed", ["Layanan.go.id", "redaksi.layanan.go.id", "A.B.layanan.GO.id.", "x.layanan.go.id"]
)
def test_the_services_own_hosts_are_nobodys_to_bring(typed: str, settings: LazySettings) -> None:
    settings.DOMAIN = "layanan.go.id"
    with pytest.raises(ReservedHost, match="layanan ini sendiri"):
        own_host(typed)
    assert own_host("sublayanan.go.id") == "sublayanan.go.id"
    assert own_host("go.id") == "go.id"


TYPED = st.one_of(
    st.text(),
    st.text("abc.-:/@[]1xn—。", max_size=40),
    st.lists(st.text(max_size=12), min_size=2, max_size=5).map(".".join),
    st.emails(),
    st.ip_addresses().map(str),
)


@given(TYPED)
@example("ا1.id")
@example("xn--99zzzzzzzz9a.id")
def test_any_text_is_a_host_or_refused(typed: str) -> None:
    try:
        host = own_host(typed)
    except (InvalidHost, ReservedHost):
        return
    assert is_host(host)
    assert ascii_host(host) == host
