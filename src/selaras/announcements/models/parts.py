"""The parts of an announcement that are text: what everybody who repeats it says the same."""

from typing import ClassVar

from django.db import models

from selaras.announcements.models.published import Announcement
from selaras.media.models import File


class Part(models.Model):
    """Base: parts stand in their order, counted from 0."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="%(class)ss")
    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["announcement", "position"], name="%(class)s_position_once"
            )
        ]


class KeyMessage(Part):
    """One sentence of the single narrative."""

    text = models.TextField("pesan kunci")

    def __str__(self) -> str:
        return self.text[:80]


class Question(Part):
    question = models.TextField("pertanyaan")
    answer = models.TextField("jawaban")

    def __str__(self) -> str:
        return self.question[:80]


class Contact(Part):
    """Whom to ask: a name, and how to reach it, as one line each."""

    name = models.CharField("nama", max_length=200)
    reach = models.CharField("telepon, surel, atau alamat situs", max_length=300)

    def __str__(self) -> str:
        return self.name


class Attachment(Part):
    document = models.ForeignKey(File, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.document)
