"""Named failures of the API; each is told as `{"error": …}` with its status."""

from selaras.common.errors import Refused


class ApiError(Refused):
    """A request that has no answer."""

    status = 400


class WrongParameter(ApiError):
    """A parameter is not one, stands twice, or says nothing that can be."""

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        super().__init__(f"Parameter {name} {problem}", remedy)


class NothingThere(ApiError):
    """The address names nothing that there is."""

    status = 404


class OnlyToRead(ApiError):
    """Another method than GET, HEAD and OPTIONS."""

    status = 405


class Away(ApiError):
    """What would answer cannot be reached now; it may soon."""

    status = 503


class NotAcceptable(ApiError):
    """The client takes none of what is offered here."""

    status = 406
