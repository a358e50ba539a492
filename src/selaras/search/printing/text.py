"""What was found, for reading in a terminal: the answer first."""

from collections.abc import Iterator

from django.utils import timezone

from selaras.language.dates import format_date
from selaras.search.asking import PER_PAGE
from selaras.search.found import Answer, Corrected, Found, Notice, Result

_INDENT = "   "


def as_lines(found: Found, *, explain: bool) -> Iterator[str]:
    """`explain` adds what each score is made of. No line holds what steers a terminal."""
    return (_printable(line) for line in _blocks(found, explain=explain))


def _blocks(found: Found, *, explain: bool) -> Iterator[str]:
    for notice in found.notices:
        yield from _notice(notice)
    for answer in found.answers:
        yield from _answer(answer)
    for site in found.sites:
        yield f"{site.name} ({site.region_name}): {site.url}"
    if found.corrected:
        yield _correction(found.corrected)
    if found.unsaid:
        yield f"Tidak ada halaman yang memuat kata {', '.join(found.unsaid)}."
    yield _count(found)
    first = (found.page - 1) * PER_PAGE + 1
    for number, result in enumerate(found.results, start=first):
        yield ""
        yield from _result(number, result)
        if explain:
            yield f"{_INDENT}{_score(result)}"


def _notice(one: Notice) -> Iterator[str]:
    yield f"[{one.kind}] {one.title}"
    yield f"{_INDENT}{one.summary}"
    yield f"{_INDENT}{one.institution_name} · {one.url}"
    yield ""


def _answer(one: Answer) -> Iterator[str]:
    ended = " (berakhir)" if one.ended else ""
    yield f"{one.label}, {one.region_name}: {one.value}{ended}"
    yield f"{_INDENT}{one.validity}"
    yield f"{_INDENT}Sumber: {_joined(one.source, one.source_url)}"
    yield f"{_INDENT}{_joined(one.owner, one.changed, one.page_url)}"
    if one.demonstration:
        yield f"{_INDENT}Data peragaan."
    yield ""


def _correction(one: Corrected) -> str:
    if one.asked:
        return f"Maksud Anda “{one.read}”?"
    return f"Dicari: “{one.read}”. Yang ditulis: “{one.typed}”."


def _count(found: Found) -> str:
    if not found.total:
        return "Tidak ada hasil."
    return f"{found.total} hasil, halaman {found.page} dari {found.pages}"


def _result(number: int, one: Result) -> Iterator[str]:
    dated = format_date(timezone.localtime(one.dated).date()) if one.dated else ""
    superseded = "telah digantikan" if one.superseded else ""
    yield f"{number}. {one.title.text}"
    yield f"{_INDENT}{_joined(one.institution_name, dated, str(one.kind), superseded)}"
    yield f"{_INDENT}{one.url}"
    if one.excerpt.text:
        yield f"{_INDENT}{one.excerpt.text}"
    if one.copies:
        yield f"{_INDENT}Juga diterbitkan oleh {one.copies} instansi lain."


def _score(one: Result) -> str:
    parts = sorted(one.scored.parts.items(), key=lambda part: -abs(part[1]))
    return f"{one.scored.score:.3f} = " + " ".join(f"{value:+.3f} {name}" for name, value in parts)


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _printable(line: str) -> str:
    return "".join(one if one.isprintable() else " " for one in line)
