"""What a writer asks for, checked as a whole before anything of it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from selaras.announcements.instructing.compliance import checks
from selaras.announcements.instructing.errors import BadInstruction
from selaras.announcements.instructing.rules import Kind, Rule, rule_from
from selaras.announcements.models import Announcement, Instruction
from selaras.common.errors import Flaw
from selaras.facts.models import FactType
from selaras.review.versions import fingerprint_of

MOST_TITLE = 200
MOST_TASK = 10_000
MOST_EVIDENCE = 2_000
FARTHEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """An instruction as it is written. Moments are instants."""

    title: str
    task: str
    due_at: datetime
    rule: Rule
    evidence: str = ""
    wants_link: bool = False
    wants_file: bool = False
    check_name: str = ""
    check_fact: FactType | None = None
    announcement: Announcement | None = None
    drill: bool = False

    def fill(self, instruction: Instruction) -> None:
        for name in (
            "due_at", "wants_link", "wants_file", "check_name", "check_fact", "announcement",
            "drill",
        ):  # fmt: skip
            setattr(instruction, name, getattr(self, name))
        instruction.title = " ".join(self.title.split())
        instruction.task = self.task.strip()
        instruction.evidence = self.evidence.strip()
        instruction.rule = self.rule.kept()


def require_sound(content: Content) -> None:
    """Raises `BadInstruction` with everything that is wrong."""
    flaws = [Flaw(0, "", problem, remedy) for problem, remedy in _mistakes(content)]
    if flaws:
        raise BadInstruction("Instruksi ini belum dapat disimpan.", flaws)


def _mistakes(content: Content) -> Iterator[tuple[str, str]]:
    for label, text, most in (
        ("Judul", " ".join(content.title.split()), MOST_TITLE),
        ("Yang harus dilakukan", content.task.strip(), MOST_TASK),
    ):
        if not text:
            yield f"{label} belum diisi.", "Penerima hanya mengetahui yang tertulis di sini."
        elif len(text) > most:
            yield f"{label} terlalu panjang: {len(text)} huruf.", f"Paling banyak {most} huruf."
    if len(content.evidence) > MOST_EVIDENCE:
        yield "Bukti yang diminta terlalu panjang.", f"Paling banyak {MOST_EVIDENCE} huruf."
    now = timezone.now()
    if content.due_at <= now:
        yield "Batas waktunya sudah lewat.", "Beri penerima waktu: pilih saat yang akan datang."
    elif content.due_at > now + FARTHEST:
        yield "Batas waktunya terlalu jauh.", "Paling jauh tiga tahun lagi."
    yield from _about_rule(content.rule)
    check = checks().get(content.check_name)
    if content.check_name and check is None:
        yield "Pemeriksaan mesin itu tidak ada.", "Pilih salah satu yang tersedia."
    if check and check.about_fact and content.check_fact is None:
        yield "Fakta yang diperiksa mesin belum dipilih.", "Pilih fakta resminya."


def _about_rule(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.kind == Kind.WITHIN and not rule.provinces:
        yield "Provinsinya belum dipilih.", "Centang paling sedikit satu provinsi."
    if rule.kind == Kind.LEVEL and not (rule.fact_type and rule.value):
        yield "Nilai faktanya belum dipilih.", "Pilih fakta resmi dan nilainya."
    if rule.kind == Kind.INSTITUTIONS and not rule.institutions:
        yield "Penerimanya belum ditulis.", "Tulis satu instansi pada setiap baris."


def fingerprint_of_instruction(instruction: Instruction) -> str:
    """The same as long as nothing that its addressees read, and nobody addressed, changes."""
    kept: dict[str, Any] = {
        name: getattr(instruction, name)
        for name in (
            "title", "task", "evidence", "wants_link", "wants_file", "due_at", "rule", "check_name",
            "check_fact_id", "announcement_id", "drill",
        )
    }  # fmt: skip
    return fingerprint_of(kept)


def rule_of(instruction: Instruction) -> Rule:
    return rule_from(instruction.rule)
