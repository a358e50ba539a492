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


class StillUsed(Refused):
    """A type that is still said, or was stated, and so cannot be ended like this."""


class NotBackfillable(Refused):
    """A backfill that would change what the clock recorded."""


class NotAhead(Refused):
    """A plan for a second that has passed, or that another plan of the same facts has taken."""
