"""What the readers of this room raise, and the check that all of them make first."""

LONGEST = 200


class LanguageError(ValueError):
    """A text that cannot be read.

    `text` is what was read, every run of white space as one space. `problem` and `remedy`
    are Indonesian sentences for the person who wrote it: what is wrong, and what to write.
    """

    def __init__(self, text: str, problem: str, remedy: str) -> None:
        super().__init__(text, problem, remedy)
        self.text = text
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


class NumberError(LanguageError):
    """Not a number, a percentage or an amount of rupiah."""


class DateError(LanguageError):
    """Not a date, or a date that does not exist."""


class PeriodError(LanguageError):
    """Not a period of days, or one that ends before it starts."""


class TimeError(LanguageError):
    """Not a time of day, or one that ends before it starts."""


def tidied(text: str, error: type[LanguageError], *, example: str) -> str:
    """The text with every run of white space as one space, and none around it.

    Raises `error` for an empty text, whose remedy shows `example`, and for one of more than
    LONGEST characters, of which the error keeps only the beginning.
    """
    if len(text) > LONGEST:
        problem = f"Isian terlalu panjang: {len(text)} karakter."
        raise error(text[:LONGEST], problem, f"Tulis paling banyak {LONGEST} karakter.")
    tidy = " ".join(text.split())
    if not tidy:
        raise error("", "Isian kosong.", f'Tulis misalnya "{example}".')
    return tidy
