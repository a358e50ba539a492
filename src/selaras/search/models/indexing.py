"""What the index owes the database, and which texts are the same text at several places."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class WaitingEntry(models.Model):
    """That something may be found otherwise from `due_at` on than the index says.

    Inserted by the transaction that changes it, never updated: so nobody waits for a lock, a
    later change is a further row, and the indexer deletes exactly the rows that it had read once
    the index is durable. What reaches further than one entry is looked up when it is due (see
    `reading.concerned`), not by who changes it.
    """

    class Reach(models.IntegerChoices):
        """In this order it is settled."""

        ENTRY = 0
        SEVERAL = 1
        WHOLE = 2

    key = models.CharField(max_length=300)
    due_at = models.DateTimeField(default=timezone.now)
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.ENTRY)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["reach", "id"], name="waiting_order")]

    def __str__(self) -> str:
        return self.key


class IndexedEntry(models.Model):
    """An entry that is in the index, or about to be: its cluster, and what the head rests on.

    The head is the best source of its cluster, the only one for which `head` is true.
    """

    key = models.CharField(max_length=120, unique=True)
    cluster = models.CharField(max_length=120, db_index=True)
    head = models.BooleanField(default=True)
    owner = models.BooleanField()
    superseded = models.BooleanField()
    origin = models.CharField(max_length=120)
    dated = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.key


class Founder(models.Model):
    """The entry with which all others of its cluster were compared; the cluster has its key.

    `minima` are 64 numbers of 32 bits. `figures` and `place` are what else has to be the same.
    """

    key = models.CharField(max_length=120, primary_key=True)
    minima = models.BinaryField()
    figures = models.TextField()
    place = models.CharField(max_length=5)
    origin = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.key


class Band(models.Model):
    """A part of a founder's signature: texts that share one are worth a comparison."""

    founder = models.ForeignKey(Founder, models.CASCADE, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.founder_id}: {self.value}"


class IndexState(models.Model):
    """The one row about the index: in which `form` it was made; empty while it is being made."""

    form = models.CharField(max_length=80, blank=True)
    looked_over_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.form
