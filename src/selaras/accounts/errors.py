"""What opening an account refuses."""

from selaras.common.errors import Refused


class AccountRefused(Refused):
    """`field` is the one that is wrong: username, email, name or password."""

    def __init__(self, field: str, problem: str, remedy: str = "") -> None:
        self.field = {"first_name": "name"}.get(field, field)
        super().__init__(problem, remedy)
