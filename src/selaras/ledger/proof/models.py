"""The tables of the log. Nothing in them is changed or removed; the database refuses it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class LogEntry(models.Model):
    """One thing that was announced, stated or done, from the transaction that did it.

    `number` is its place in the tree, from 0; the sequencer gives it, once. `data` is canonical
    JSON; it is empty for kinds that keep their data elsewhere, which nobody reads here.
    """

    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=100)
    data = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    existing = models.BooleanField(default=False)
    leaf_hash = models.BinaryField(max_length=32)
    number = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["kind", "object_id", "id"], name="log_object"),
            models.Index(fields=["id"], name="log_waiting", condition=Q(number__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} ({self.number})"


class LogNode(models.Model):
    """The hash of one complete subtree, leaves included, at its `place` (`tree.place_key`)."""

    place = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.place)


class TreeHead(models.Model):
    """The root of the tree at a size, signed by the key `kid`."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    kid = models.CharField(max_length=43)
    signature = models.BinaryField(max_length=64)

    def __str__(self) -> str:
        return f"{self.size} ({self.kid})"


class SigningKey(models.Model):
    """The public half of a key, and when it signed. The newest without an end signs now."""

    kid = models.CharField(max_length=43, unique=True)
    public = models.BinaryField(max_length=32)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.kid
