"""Named failures of facts."""

from selaras.common.errors import Refused


class UnknownFactType(Refused):
    """No fact type has this key or id."""


class RetiredFactType(Refused):
    """Nothing new can be stated with a type that was retired."""


class InvalidValue(Refused):
    """A value that its type does not allow."""


class InvalidPeriod(Refused):
    """A period that ends before it starts, or two that overlap in one statement."""


class OutOfScope(Refused):
    """A region of a level that the type does not speak about."""


class NotBackfillable(Refused):
    """A backfill that would change what the clock recorded."""
