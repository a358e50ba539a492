"""What can go wrong between us and an engine, and whether trying again may help."""


class EngineError(Exception):
    """An engine did not do what it was asked; nothing of that request was kept."""

    permanent = True


class Unsuitable(EngineError):
    """A document or a query that does not fit the schema; it never will."""


class Refused(EngineError):
    """The engine does not let us in, or does not understand: settings have to be changed."""


class Unavailable(EngineError):
    """The engine cannot be reached, or is overloaded, now."""

    permanent = False


class Busy(EngineError):
    """Another process is writing to this index."""

    permanent = False
