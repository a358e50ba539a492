"""What was done, what is still owed, and how often the published truth has changed."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone


class AuditEntry(models.Model):
    """Who did what to which object, when. Actors and objects are kept by value: they may go."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    actor = models.CharField(max_length=200)
    institution = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=100)
    object_kind = models.CharField(max_length=100)
    object_id = models.CharField(max_length=100)
    details = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(fields=["object_kind", "object_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.actor} {self.action} {self.object_id}"


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
