"""Users: people who sign in to write, approve or announce."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person with an account. An account of the demonstration works nowhere else."""

    # What the audit calls this person by; it stays when the name is erased.
    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    demonstration = models.BooleanField("akun peragaan", default=False)

    class Meta(AbstractUser.Meta):
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Allowance(models.Model):
    """How much of a limit is used up by somebody: when nothing of it will be used any more.

    One row for each limit and each account, device or address, whose name is hashed. It holds
    for all processes. A row whose moment has passed says nothing and is removed.
    """

    key = models.CharField(max_length=100, primary_key=True)
    full_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key} {self.full_at:%Y-%m-%d %H:%M:%S}"
