"""What a kind of fact must be able to do."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, TypeVar

from selaras.facts.errors import InvalidValue
from selaras.facts.models import FactType, FactVersion, Value
from selaras.language.errors import LanguageError

V = TypeVar("V")


class KindRules(ABC, Generic[V]):
    """Reads, stores and words the values of one kind. `V` is exact and immutable."""

    model: ClassVar[type[Value]]
    related: ClassVar[tuple[str, ...]] = ()
    """What must be fetched with a row of `model` to read its value."""

    def parse(self, text: str, fact_type: FactType) -> V:
        """The value that a person wrote, in Indonesian notation. Raises `InvalidValue`."""
        if "\0" in text:
            raise InvalidValue("Nilai memuat karakter kosong (NUL).", "Tulis ulang nilainya.")
        try:
            return self.read(text.strip(), fact_type)
        except LanguageError as error:
            raise InvalidValue(error.problem, error.remedy) from error

    @abstractmethod
    def read(self, text: str, fact_type: FactType) -> V:
        """As `parse`, where errors of the language room may pass through."""

    @abstractmethod
    def row(self, version: FactVersion, value: V) -> Value:
        """The unsaved row that keeps this value for the version."""

    @abstractmethod
    def value(self, row: Any) -> V:
        """The value that a row keeps."""

    @abstractmethod
    def plain(self, value: V) -> str:
        """The value alone, for a command line or a file; `parse` reads it back."""

    @abstractmethod
    def short(self, value: V, fact_type: FactType) -> str:
        """The value as a reader wants it in a sentence: `Level 3`, `Rp1.200.000`, `58,6 %`."""

    def table(self, value: V, fact_type: FactType) -> str:
        """The value for a column whose heading already names the type and unit."""
        return self.short(value, fact_type)

    def as_json(self, value: V) -> Any:
        """The value for machines; decimals as text, because they are exact."""
        return self.plain(value)
