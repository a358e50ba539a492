"""What somebody may send: texts as bytes, headers, and whole bodies with their type."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

MARK = "<i data-x>"
Pair = tuple[bytes, bytes]

TEXTS: dict[str, str | bytes] = {
    "empty": "",
    "space": " \t\r\n ",
    "nul": "a\0b",
    "lone surrogate": "\ud800\udfff",
    "no utf-8": b"\xff\xfe\xc3\x28",
    "overlong": b"\xc0\x80",
    "right to left": f"\u202e{MARK}\u2066\u200f",
    "long": "a" * 10_000,
    "long and marked": MARK * 1_000,
    "emoji": "\U0001f469\u200d\U0001f467" * 60,
    "piled up": "Z" + "\u0336" * 2_000,
    "outside of unicode's use": "\uffff\ufffe\U0010ffff",
    "sql": "' OR 1=1); DROP TABLE wagtailcore_page;--",
    "like": "%_%\\_%" * 20,
    "script": f"</script><script>{MARK}</script>",
    "attribute": f"\" data-x=\"1\" ' data-x='1' {MARK}",
    "comment": f"--><!-- ]]> {MARK}",
    "quotes": "\"'`\"''" + MARK,
    "format": "%s %n %(a)s {0} {x} {{ x }} {% url %} ${x}",
    "regex": "(((a+)+)+[*?\\",
    "lines": "a\r\nSet-Cookie: x=1\r\n\r\n" + MARK,
    "path": "../../../../etc/passwd",
    "escaped": "%00%2e%2e%2f%uD800",
    "address": "http://[::1",
    "elsewhere": "//contoh.id\\@localhost/",
    "scripted address": f"javascript:alert(1)//{MARK}",
    "huge": "9" * 400,
    "pages": "1000000000",
    "past 64 bits": "9223372036854775808",
    "past 32 bits": "-2147483649",
    "negative": "-1",
    "zero": "0",
    "float": "1e999",
    "no number": "NaN",
    "superscript": "²",
    "arabic digits": "١٢٣",
    "no date": "2021-02-31",
    "old date": "0001-01-01T00:00:00+14:00",
    "late date": "99999-12-31",
    "json": '{"a": [null, {"b": "\\ud800"}]}',
    "deep json": "[" * 3_000,
    "uuid": "00000000-0000-0000-0000-000000000000",
}
KNOWN = {name: _.encode(errors="surrogatepass") if isinstance(_, str) else _
         for name, _ in TEXTS.items()}  # fmt: skip

texts = st.one_of(
    st.sampled_from(sorted(KNOWN.values())),
    st.sampled_from(sorted(KNOWN.values())),
    st.text(max_size=40).map(str.encode),
    st.binary(max_size=20),
)

HEADERS: dict[str, list[str]] = {
    "Accept": [
        "", ";;;", "application/json", "text/html;q=abc", "text/html;q=nan;q=-1", "*" * 5_000,
        f"{MARK}/*", "application/activity+json, a/b/c",
    ],
    "Accept-Encoding": ["", "gzip;q=abc", "*;q=0", "br, gzip, zstd", "identity;q=0", "gzip" * 500],
    "Accept-Language": ["", "x" * 5_000, "id;q=2", "en-\xff", "*", "en,id;q=0.x", MARK],
    "Range": [
        "bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=abc", f"bytes=0-{'9' * 400}", "lines=1-2",
        "bytes=0-1," * 500,
    ],
    "If-Range": ['"x"', "kemarin"],
    "If-None-Match": ["*", '"', 'W/"', '"a", ' * 500, "\xff", '"\\"'],
    "If-Match": ["*", '"x"', '"'],
    "If-Modified-Since": [
        "", "0", "Fri, 31 Feb 2021 25:61:61 GMT", "Mon, 01 Jan 0001 00:00:00 GMT",
        "Thu, 01 Jan 99999 00:00:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
    ],
    "If-Unmodified-Since": ["Mon, 01 Jan 1990 00:00:00 GMT", "x"],
    "Cookie": [
        "", ";;;=;", f"csrftoken={MARK}; selaras_redaksi={MARK}", "selaras_redaksi=\xff\x01",
        "csrftoken=" + "a" * 5_000, 'a="\\000\\377"; selaras_perangkat=x:y:z', "django_language=zz",
    ],
    "Referer": ["", "http://[", "//localhost", f"http://localhost/{MARK}", "\xff"],
    "Origin": ["", "null", "http://[", "http://localhost:99999", MARK],
    "User-Agent": ["", MARK, "\xff" * 300, "a" * 5_000],
    "X-Forwarded-For": ["", ",,,", "x", "::1, 999.1.1.1"],
    "X-Forwarded-Proto": ["https", MARK],
    "X-Requested-With": ["XMLHttpRequest", ""],
    "X-HTTP-Method-Override": ["DELETE"],
    "Sec-Fetch-Site": ["cross-site", "same-origin", "\xff"],
    "Content-Encoding": ["gzip", "x"],
}  # fmt: skip

headers = st.lists(
    st.sampled_from(sorted(HEADERS)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(HEADERS[name]))
    ),
    max_size=3,
).map(dict)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X-Y")


@dataclass(frozen=True)
class Body:
    content: bytes
    type: str


def urlencoded(pairs: list[Pair]) -> bytes:
    return "&".join(
        f"{quote_from_bytes(name, safe='')}={quote_from_bytes(value, safe='')}"
        for name, value in pairs
    ).encode()


def multipart(pairs: list[Pair], *, end: bytes = b"--x--\r\n", head: bytes = b"") -> bytes:
    parts = (
        b'--x\r\nContent-Disposition: form-data; name="%s"\r\n%s\r\n%s\r\n' % (name, head, value)
        for name, value in pairs
    )
    return b"".join(parts) + end


def _json(pairs: list[Pair]) -> bytes:
    return json.dumps(
        {str(name, "latin-1"): str(value, "latin-1") for name, value in pairs}
    ).encode()


ODD_JSON = [
    b"null", b"[]", b'"a"', b"NaN", b"1e999", b'{"a": "\\ud800"}', b"[" * 5_000,
    b'{"id": {"a": [1]}}',
]  # fmt: skip
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
FILE = b"Content-Type: text/x; charset=klingon\r\nContent-Transfer-Encoding: base64\r\n"
# How fields can be sent: as a browser does, and in all the ways that are wrong.
WAYS: dict[str, Callable[[list[Pair]], Body]] = {
    "form": lambda pairs: Body(urlencoded(pairs), FORM),
    "parts": lambda pairs: Body(multipart(pairs), PARTS),
    "another charset": lambda pairs: Body(urlencoded(pairs), f"{FORM}; charset=klingon"),
    "wide charset": lambda pairs: Body(urlencoded(pairs), f"{FORM}; charset=utf-16"),
    "nul in the charset": lambda pairs: Body(urlencoded(pairs), f"{FORM}; charset*=utf-8''a%00b"),
    "no such charset": lambda pairs: Body(urlencoded(pairs), f"{FORM}; x*=klingon''a"),
    "charset of no text": lambda pairs: Body(urlencoded(pairs), "text/plain; charset=hex"),
    "undefined charset": lambda pairs: Body(multipart(pairs), f"{PARTS}; charset=undefined"),
    "parts in a charset": lambda pairs: Body(multipart(pairs), f"{PARTS}; charset=klingon"),
    "cut parts": lambda pairs: Body(multipart(pairs)[:-20], PARTS),
    "parts without end": lambda pairs: Body(multipart(pairs, end=b""), PARTS),
    "parts with odd heads": lambda pairs: Body(multipart(pairs, head=FILE), PARTS),
    "parts without boundary": lambda pairs: Body(multipart(pairs), "multipart/form-data"),
    "parts of another boundary": lambda pairs: Body(
        multipart(pairs), "multipart/form-data; boundary=" + "y" * 300
    ),
    "parts of an odd boundary": lambda pairs: Body(
        multipart(pairs), "multipart/form-data; boundary=\xff"
    ),
    "json": lambda pairs: Body(_json(pairs), "application/json"),
    "half of json": lambda pairs: Body(_json(pairs)[:-1], "application/json"),
    "odd json": lambda pairs: Body(ODD_JSON[len(pairs) % len(ODD_JSON)], "application/json"),
    "json in form's clothes": lambda pairs: Body(_json(pairs), FORM),
    "text": lambda pairs: Body(urlencoded(pairs), "text/plain"),
    "no type": lambda pairs: Body(urlencoded(pairs), ""),
    "odd type": lambda pairs: Body(urlencoded(pairs), f"{MARK};;;=;charset"),
    "ampersands": lambda _: Body(b"&" * 2_000 + b"%" * 2_000 + b"=" * 2_000, FORM),
    "bytes": lambda _: Body(bytes(range(256)) * 10, FORM),
    "nothing": lambda _: Body(b"", FORM),
}
ways = st.sampled_from(["form"] * 8 + ["parts"] * 4 + sorted(WAYS))


@st.composite
def paths(draw: st.DrawFn, known: list[str]) -> str:
    """An address that is there, with a part of it changed, added, doubled or very deep."""
    parts = draw(st.sampled_from(sorted(known))).split("/")
    odd = quote_from_bytes(draw(texts), safe=draw(st.sampled_from(["", "/", "/%"])))
    where = draw(st.integers(0, len(parts) - 1))
    match draw(st.integers(0, 6)):
        case 0:
            parts[where] = odd
        case 1:
            parts[where] += odd
        case 2:
            parts.insert(where, odd)
        case 3:
            parts[1:1] = ["en"] * draw(st.integers(1, 3))
        case 4:
            parts[where:where] = ["a"] * 800
        case 5:
            parts[where:where] = ["..", ".", "", "%2e%2e", "%2F", "%5C"]
        case _:
            number = draw(st.sampled_from(["1000000000", "9" * 400, "0", "-1", "²"]))
            parts += ["halaman", number, ""]
    path = "/".join(parts)
    return "/" + (path.lstrip("/") if draw(st.booleans()) else path)
