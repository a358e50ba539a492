"""What all rows of the room say of the version that they are about."""

from django.db import models

from selaras.institutions.models import Institution
from selaras.review.versions import Subject, Version


class AboutVersion(models.Model):
    subject_kind = models.CharField(max_length=30)
    subject_key = models.CharField(max_length=50)
    version = models.CharField(max_length=50)
    fingerprint = models.CharField(max_length=64)
    title = models.CharField("judul", max_length=255)
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_kind, self.subject_key)

    def is_about(self, version: Version) -> bool:
        """Whether this row is about exactly this content."""
        return all(getattr(self, name) == value for name, value in version.fields.items())
