"""Every service writes audit: each public function of a `services` module reaches `record`."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOMS = Path(__file__).resolve().parents[2] / "src" / "selaras"
RECORD = "selaras.ledger.services.recording.record"
# Why a service records nothing. One that no longer exists, or records after all, is a fault too.
INDEX = "keeps an index of what is recorded elsewhere"
READS = "reads or checks; writes nothing"
SHIPPED = "what a version ships; nobody's act"
TOLD = "Wagtail logs it, and the audit is told"
SILENT = {
    "selaras.accounts.services.sign_in": "allauth's signal records who signed in",
    "selaras.alignment.copies.services.judge_again": INDEX,
    "selaras.alignment.copies.services.keep_copies": INDEX,
    "selaras.announcements.services.announced_before": READS,
    "selaras.embeds.services.forget_uses": INDEX,
    "selaras.embeds.services.note_uses": INDEX,
    "selaras.embeds.services.reindex": INDEX,
    "selaras.facts.objections.services.mark_answer_read": "an item of the inbox is done",
    "selaras.facts.services.require_statable": READS,
    "selaras.institutions.boundaries.services.plan_boundaries": READS,
    "selaras.institutions.people.services.put_away": "a person's own list of first steps",
    "selaras.institutions.people.services.tick_off": "a person's own list of first steps",
    "selaras.institutions.services.load_institutions": SHIPPED,
    "selaras.institutions.services.load_regions": SHIPPED,
    "selaras.ledger.services.advance_epoch": "counts changes, each of which is recorded",
    "selaras.ledger.services.is_told_here": READS,
    "selaras.ledger.services.owe": "says what is owed for an act that is recorded",
    "selaras.ledger.services.rename_person": "keeps a name beside the audit",
    "selaras.ledger.services.told_here": "leaves the record to who calls it",
    "selaras.media.services.open_library": "made for the first picture, which is recorded",
    "selaras.pages.editing.services.keep_version": TOLD,
    "selaras.pages.past.services.follow_addresses": INDEX,
    "selaras.pages.past.services.follow_slug": INDEX,
    "selaras.pages.past.services.publication_begins": INDEX,
    "selaras.pages.past.services.publication_ends": INDEX,
    "selaras.pages.past.services.record_many": INDEX,
    "selaras.pages.past.services.record_past": INDEX,
    "selaras.pages.review.services.open_workflow": SHIPPED,
    "selaras.pages.review.services.publish_approved": TOLD,
    "selaras.pages.review.services.submit": "the round that the workflow starts is recorded",
    "selaras.pages.services.index_pages": INDEX,
    "selaras.portal.services.open_sites": SHIPPED,
    "selaras.review.services.forget_subject": "belonged to a page whose deletion is recorded",
    "selaras.tallies.services.published_before": READS,
    "selaras.tallies.services.require_fit": READS,
}

Graph = dict[str, set[str]]


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOMS.rglob("*.py")):
        inside = path.relative_to(ROOMS.parent).with_suffix("").parts
        if "tests" not in inside and "migrations" not in inside:
            name = ".".join(inside).removesuffix(".__init__")
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> dict[str, str]:
    """Which full name a short one stands for in a module."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Top-level functions. A class is no way to `record`: mentioning one would prove nothing."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node


def mentioned(node: ast.AST, names: dict[str, str]) -> set[str]:
    """The full names of what is called or handed on inside."""
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id in names:
            found.add(names[inner.id])
        elif isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name):
            found.add(f"{names.get(inner.value.id, inner.value.id)}.{inner.attr}")
    return found


@cache
def graph() -> Graph:
    made: Graph = {}
    for module, tree in modules():
        outside = imported(tree)
        own = {name: f"{module}.{name}" for name, _ in functions(tree)}
        for name, full in outside.items():  # what a package offers under its own name
            made.setdefault(f"{module}.{name}", set()).add(full)
        for name, node in functions(tree):
            made[f"{module}.{name}"] = mentioned(node, outside | own)
    return made


def records(function: str) -> bool:
    seen, open_ = {function}, [function]
    while open_:
        for called in graph().get(open_.pop(), ()):
            if called not in seen:
                seen.add(called)
                open_.append(called)
    return RECORD in seen


def services() -> Iterator[str]:
    """The functions of a `services` module, or what a package of that name offers."""
    for module, tree in modules():
        if module.split(".")[-1] == "services":
            offered = [name for name, _ in functions(tree)]
            offered += [name for name, full in imported(tree).items() if full.startswith(module)]
            yield from (f"{module}.{name}" for name in offered if is_public_verb(name))


def is_public_verb(name: str) -> bool:
    """A class is a name for what a service takes or gives."""
    return name.islower() and not name.startswith("_")


def test_every_service_records_what_was_done_or_says_why_not() -> None:
    silent = {service for service in services() if not records(service)}
    assert silent == SILENT.keys()


def test_the_guard_finds_services_and_follows_calls_through_other_modules() -> None:
    assert "selaras.pages.services.withdraw" in set(services())
    assert records("selaras.announcements.services.publish_as")
    assert not records("selaras.ledger.services.owe")
