"""What citizens say is wrong."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from selaras.institutions.models import Institution
from selaras.language.times import Zone, format_datetime

CONTACT_KEPT = timedelta(days=90)


class WrongInformationReport(models.Model):
    """A citizen's report about one page of an institution's site, or of the portal for None.

    `contact` is emptied after `CONTACT_KEPT`.
    """

    class Status(models.TextChoices):
        NEW = "new", "Baru"
        ANSWERED = "answered", "Dijawab"
        CLOSED = "closed", "Selesai"

    institution = models.ForeignKey(
        Institution, models.CASCADE, null=True, blank=True, related_name="reports"
    )
    path = models.CharField("halaman", max_length=500)
    wrong = models.TextField("yang salah")
    right = models.TextField("yang benar", blank=True)
    contact = models.CharField("kontak", max_length=200, blank=True)
    received_at = models.DateTimeField("diterima", default=timezone.now, db_index=True)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.NEW)
    note = models.TextField("catatan", blank=True)
    handled_at = models.DateTimeField("ditangani", null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-received_at", "-pk"]
        verbose_name = "laporan warga"
        verbose_name_plural = "laporan warga"
        indexes: ClassVar = [
            models.Index(fields=["institution", "-received_at"], name="report_of_institution")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def zone(self) -> Zone:
        return Zone(self.institution.region.zone) if self.institution else Zone.WIB

    @cached_property
    def number(self) -> str:
        """What the citizen may ask by: the day in the institution's zone and a count, `261124-17`.

        Never enough to open a report.
        """
        return f"{self.received_at.astimezone(self.zone.tzinfo):%y%m%d}-{self.pk}"

    @property
    def received(self) -> str:
        return format_datetime(self.received_at, self.zone)
