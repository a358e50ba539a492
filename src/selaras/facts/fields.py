"""A decimal that stays exact in both databases."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    ExactDecimalBase = models.DecimalField[Decimal | int | str, Decimal]
else:
    ExactDecimalBase = models.DecimalField


class ExactDecimalField(ExactDecimalBase):
    """Like DecimalField, but text on SQLite, whose numeric columns keep only 15 digits.

    The database cannot compare such values on SQLite; facts are compared in Python.
    """

    def get_internal_type(self) -> str:
        return "ExactDecimalField"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        if connection.vendor == "sqlite":
            return "text"
        return f"numeric({self.max_digits}, {self.decimal_places})"

    def from_db_value(self, value: Any, *_: object) -> Decimal | None:
        return None if value is None else Decimal(value).normalize() + 0
