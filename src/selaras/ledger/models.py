"""What was done, what is still owed, and how often the published truth has changed."""

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from selaras.ledger.proof.models import LogEntry, LogNode, SigningKey, TreeHead

__all__ = [
    "AuditEntry",
    "Change",
    "Epoch",
    "LogEntry",
    "LogNode",
    "Origin",
    "OwedEffect",
    "Person",
    "SigningKey",
    "TreeHead",
]


class AuditEntry(models.Model):
    """Who did what to which revision of which object, when and why. Written once, without a name.

    Actors and objects are kept by value: they may go. `actor` is a pseudonym: `orang:<uuid>`,
    which `Person` resolves; `perintah`, a command; `sistem:<what>`; `warga`, a citizen.
    `number` grows within a transaction and is never used twice. SQLite leaves no gap; PostgreSQL
    leaves one where a change was rolled back, and two changes at the same moment may be seen in
    another order than that of their numbers.
    """

    number = models.BigAutoField(primary_key=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField(default=timezone.now)
    actor = models.CharField(max_length=200)
    institution = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=100)
    object_kind = models.CharField(max_length=100)
    object_id = models.CharField(max_length=100)
    revision = models.CharField(max_length=100, blank=True)
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering: ClassVar = ["-at", "-number"]
        indexes: ClassVar = [
            models.Index(fields=["at", "number"], name="audit_at"),
            models.Index(fields=["institution", "at", "number"], name="audit_institution"),
            models.Index(fields=["actor", "at", "number"], name="audit_actor"),
            models.Index(fields=["action", "at", "number"], name="audit_action"),
            models.Index(fields=["object_kind", "object_id", "at", "number"], name="audit_object"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.actor} {self.action} {self.object_id}"


class Person(models.Model):
    """Whom a pseudonym of the audit stands for, until the name is erased. The row stays, empty."""

    reference = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=300, blank=True)
    erased_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name or str(self.reference)


class Origin(models.Model):
    """From where an entry's act came; forgotten after `AUDIT_ORIGIN_DAYS`."""

    entry = models.OneToOneField(
        AuditEntry, models.PROTECT, primary_key=True, related_name="origin"
    )
    at = models.DateTimeField(db_index=True)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.address or ''} {self.agent}".strip()


class OwedEffect(models.Model):
    """One thing that must happen outside the transaction which owes it.

    The row is written with the change that causes it and settled by a worker; after a crash it
    is still there. `key` makes owing idempotent: the same effect is owed once.
    """

    class State(models.TextChoices):
        OWED = "owed"
        SETTLED = "settled"
        FAILED = "failed"

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=100)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.OWED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    owed_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="owed_due", condition=models.Q(state="owed"))
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.state})"


class Epoch(models.Model):
    """A single row that counts changes of the published truth."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class Change(models.Model):
    """When something that readers see changed last; `key` names it: `fact:<id>`, `site:<slug>`.

    A transaction that advances the epoch holds its row until the commit, so that epochs become
    visible in their order: whoever has seen one has seen all before it.
    """

    key = models.CharField(max_length=200, primary_key=True)
    epoch = models.PositiveBigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key} @ {self.epoch}"
