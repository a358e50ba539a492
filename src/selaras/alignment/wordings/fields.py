"""A list of words in a form: one on each line."""

from typing import Any

from django import forms

from selaras.alignment.wordings.normal import tidied

MOST_CHARACTERS = 12_000


class LinesField(forms.CharField):
    """A text area whose value is a tuple of lines, tidied."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        super().__init__(
            required=False,
            max_length=MOST_CHARACTERS,
            widget=forms.Textarea(attrs={"rows": rows, "spellcheck": "false"}),
            **options,
        )

    def clean(self, value: Any) -> tuple[str, ...]:
        if isinstance(value, tuple):  # of a field that may not be changed
            return value
        return tidied(str(super().clean(value)).splitlines())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple) else value
