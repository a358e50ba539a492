"""Users: people who sign in to write, approve or announce."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person with an account. An account of the demonstration works nowhere else."""

    demonstration = models.BooleanField("akun peragaan", default=False)

    class Meta(AbstractUser.Meta):
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.get_full_name() or self.username
