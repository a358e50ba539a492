"""Users: people who sign in to write, approve or announce."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models


class User(AbstractUser):
    """A person with an account. An account of the demonstration works nowhere else."""

    demonstration = models.BooleanField("akun peragaan", default=False)

    objects: ClassVar[UserManager["User"]] = UserManager()

    class Meta(AbstractUser.Meta):  # type: ignore[name-defined,misc]
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.get_full_name() or self.username
