"""A telephone number: its place and its digits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phone:
    """A number: its place in the folded text, and its digits in national form ("0813…", "119").

    "+62 813-5550-1131", "62813…", "(022) 5550119" and "0225550119" have the digits that one dials
    at home; short service numbers ("112", "119", "1500-533", "129") as they are. "119 ext 9" has
    the digits "1199", for without its extension it is another service.
    """

    start: int
    end: int
    digits: str
