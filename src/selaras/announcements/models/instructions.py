"""What an institution tells others to do, who was told, and what became of it with each."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from selaras.announcements.models.published import Announcement
from selaras.facts.models import FactType
from selaras.institutions.models import Institution
from selaras.media.models import File


def _person() -> Any:
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")


class Instruction(models.Model):
    """What is asked of others. It changes only as a draft; `edition` counts what was saved.

    `rule` says whom it is addressed to, as it was chosen (see `instructing.addressing`);
    `rule_words` says the same in words. Whom it reached when it was issued are its addressees.
    `check_name` names how the machine sees that it was complied with; empty where it cannot.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "draf"
        ISSUED = "issued", "berlaku"
        CANCELLED = "cancelled", "dibatalkan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    issuer = models.ForeignKey(Institution, models.PROTECT, related_name="instructions")
    announcement = models.ForeignKey(
        Announcement, models.PROTECT, null=True, related_name="instructions"
    )
    title = models.CharField("judul", max_length=200)
    task = models.TextField("yang harus dilakukan")
    evidence = models.TextField("bukti yang diminta", blank=True)
    wants_link = models.BooleanField("bukti berupa tautan", default=False)
    wants_file = models.BooleanField("bukti berupa berkas", default=False)
    due_at = models.DateTimeField("batas waktu")
    rule = models.JSONField("penerima")
    rule_words = models.TextField("penerima dalam kata")
    check_name = models.CharField("pemeriksaan mesin", max_length=50, blank=True)
    check_fact = models.ForeignKey(FactType, models.PROTECT, null=True, related_name="+")
    drill = models.BooleanField("latihan", default=False)
    state = models.CharField("keadaan", max_length=9, choices=State, default=State.DRAFT)
    edition = models.PositiveIntegerField(default=1)
    made_by = _person()
    made_at = models.DateTimeField(default=timezone.now)
    changed_by = _person()
    changed_at = models.DateTimeField(default=timezone.now)
    issued_by = _person()
    issued_at = models.DateTimeField("diterbitkan", null=True)
    cancelled_at = models.DateTimeField("dibatalkan", null=True)
    cancel_reason = models.TextField("alasan pembatalan", blank=True)

    class Meta:
        verbose_name = "instruksi"
        verbose_name_plural = "instruksi"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="draft") | Q(issued_at__isnull=False) | Q(state="cancelled"),
                name="instruction_issued_when",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["issuer", "-changed_at"], name="instruction_newest")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def shown_title(self) -> str:
        """With the mark of a drill, wherever nothing else shows it."""
        return f"LATIHAN: {self.title}" if self.drill else self.title

    @property
    def is_open(self) -> bool:
        """Whether its addressees are still asked to do something."""
        return self.state == self.State.ISSUED

    @property
    def needs_evidence(self) -> bool:
        return self.wants_link or self.wants_file


class Addressee(models.Model):
    """One institution that an instruction was issued to, and how far it has come.

    What it was called, and where it lay, is kept as it was when the instruction was issued.
    """

    class State(models.TextChoices):
        RECEIVED = "received", "diterima"
        READ = "read", "dibaca"
        ACKNOWLEDGED = "acknowledged", "diakui"
        IN_PROGRESS = "in_progress", "dikerjakan"
        DONE = "done", "selesai"

    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="addressees")
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="received_instructions"
    )
    name = models.CharField("instansi", max_length=200)
    region = models.CharField("kode wilayah", max_length=5)
    region_name = models.CharField("wilayah", max_length=100)
    province = models.CharField("kode provinsi", max_length=5)
    state = models.CharField("keadaan", max_length=12, choices=State, default=State.RECEIVED)
    received_at = models.DateTimeField("diterima", default=timezone.now)
    read_at = models.DateTimeField("dibaca", null=True)
    read_by = _person()
    acknowledged_at = models.DateTimeField("diakui", null=True)
    acknowledged_by = _person()
    started_at = models.DateTimeField("mulai dikerjakan", null=True)
    done_at = models.DateTimeField("selesai", null=True)
    done_by = _person()
    reminded_at = models.DateTimeField("terakhir diingatkan", null=True)

    class Meta:
        verbose_name = "penerima instruksi"
        verbose_name_plural = "penerima instruksi"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instruction", "institution"], name="addressee_once"),
            models.CheckConstraint(
                condition=Q(state="done", done_at__isnull=False)
                | (~Q(state="done") & Q(done_at__isnull=True)),
                name="addressee_done_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["institution", "state"], name="addressee_state")]

    def __str__(self) -> str:
        return f"{self.instruction_id}: {self.name}"

    def is_overdue(self, moment: datetime) -> bool:
        due = self.instruction.is_open and self.instruction.due_at <= moment
        return due and self.state != self.State.DONE


class Report(models.Model):
    """What an addressee, or the issuer about it, said when something changed. Never rewritten."""

    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="reports")
    state = models.CharField("keadaan", max_length=12, choices=Addressee.State)
    by_issuer = models.BooleanField(default=False)
    text = models.TextField("keterangan", blank=True)
    link = models.URLField("tautan", max_length=500, blank=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")
    by = _person()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.addressee_id}: {self.state}"


class Inquiry(models.Model):
    """A question of an addressee; its answer is read by all of them."""

    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="inquiries")
    text = models.TextField("pertanyaan")
    asked_by = _person()
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField("jawaban", blank=True)
    answered_by = _person()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["asked_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Reminder(models.Model):
    """That the issuer reminded those who had not acknowledged; whom, their rows say."""

    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="reminders")
    at = models.DateTimeField(default=timezone.now)
    by = _person()
    count = models.PositiveIntegerField("banyaknya penerima")

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.instruction_id}: {self.count}"


class Evidence(models.Model):
    """What the machine saw of an addressee's compliance. Never rewritten; the same once."""

    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="evidence_rows")
    kind = models.CharField(max_length=50)
    words = models.CharField(max_length=300)
    url = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["addressee", "kind", "url"], name="evidence_once")
        ]

    def __str__(self) -> str:
        return f"{self.addressee_id}: {self.words}"
