"""What the public could read, and when. Kept by value: it outlives the page and its revisions."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class PublishedContent(models.Model):
    """The content of a page as it was published, once for all periods that showed the same.

    `digest` is the SHA-256 of the canonical JSON, `packed` the same JSON compressed: a third of
    what a revision takes, so that every version ever published costs less than the drafts do.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.digest


class Publication(models.Model):
    """That a page was public at an address with a content, for `[public_from, public_to)`.

    `path` is the address on the institution's site (`/berita/banjir/`), `tree_path` the place in
    the tree, which orders menus. `revision` is empty where the page was made without one.
    `reconstructed` periods began before the record did and rest on what the page itself says.
    """

    class End(models.TextChoices):
        REPLACED = "replaced", "digantikan"
        MOVED = "moved", "pindah alamat"
        WITHDRAWN = "withdrawn", "ditarik"
        UNPUBLISHED = "unpublished", "dibatalkan terbitnya"
        EXPIRED = "expired", "berakhir menurut jadwal"
        DELETED = "deleted", "dihapus"

    page_id = models.PositiveBigIntegerField()
    page_type = models.CharField(max_length=100)
    institution = models.CharField(max_length=63)
    host = models.CharField(max_length=253)
    path = models.TextField()
    tree_path = models.CharField(max_length=255)
    title = models.CharField(max_length=255)
    revision = models.PositiveBigIntegerField(null=True)
    content = models.ForeignKey(PublishedContent, models.PROTECT, related_name="publications")
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    public_from = models.DateTimeField()
    public_to = models.DateTimeField(null=True)
    ended = models.CharField(max_length=12, choices=End, blank=True)
    reconstructed = models.BooleanField(default=False)

    class Meta:
        verbose_name = "masa terbit"
        verbose_name_plural = "masa terbit"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["page_id"],
                condition=Q(public_to__isnull=True),
                name="publication_open_once",
            ),
            models.CheckConstraint(
                condition=Q(public_to__isnull=True) | Q(public_to__gte=F("public_from")),
                name="publication_period_order",
            ),
            models.CheckConstraint(
                condition=Q(public_to__isnull=True, ended="")
                | Q(public_to__isnull=False) & ~Q(ended=""),
                name="publication_end_has_a_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["institution", "path"], name="publication_address"),
            models.Index(fields=["page_id", "public_from"], name="publication_of_page"),
        ]

    def __str__(self) -> str:
        return f"{self.host}{self.path} {self.public_from}"
