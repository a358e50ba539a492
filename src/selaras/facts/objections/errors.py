"""Named failures of objections."""

from selaras.common.errors import Refused


class ObjectionRefused(Refused):
    """Base; `field` names what is wrong in the form, empty: the whole."""

    def __init__(self, problem: str, remedy: str = "", *, field: str = "") -> None:
        self.field = field
        super().__init__(problem, remedy)


class MayNotObject(ObjectionRefused):
    """Somebody who does not speak for the objecting institution, or for that region."""


class OwnFact(ObjectionRefused):
    """A fact of one's own institution is corrected, not objected to."""


class NotConcerned(ObjectionRefused):
    """The value does not hold in that region."""


class ValueChanged(ObjectionRefused):
    """Another value holds by now than the one that was seen."""


class BadObjection(ObjectionRefused):
    """Something in it is missing or cannot be read."""


class AlreadyOpen(ObjectionRefused):
    """The institution waits for the answer to an earlier objection."""


class MayNotAnswer(ObjectionRefused):
    """Only today's owner of the topic answers."""


class BadAnswer(ObjectionRefused):
    """Something in the answer is missing or too long."""


class NotOpen(ObjectionRefused):
    """It was answered or withdrawn meanwhile."""
