"""What actions are called on screen: each room names its own."""

from collections.abc import Mapping

_labels: dict[str, str] = {}
_details: dict[str, str] = {}


def names_actions(labels: Mapping[str, str]) -> None:
    """Name actions: `{"pages.withdraw": "Menarik halaman"}`."""
    for action, label in labels.items():
        if _labels.setdefault(action, label) != label:
            raise RuntimeError(f"two labels for the action {action}")


def label_of(action: str) -> str:
    """The label, or the action itself where no room has named it."""
    return _labels.get(action, action)


def named_actions() -> dict[str, str]:
    """All labels, in the order of the alphabet."""
    return dict(sorted(_labels.items(), key=lambda named: named[1].casefold()))


def names_details(labels: Mapping[str, str]) -> None:
    """Name keys of details: `{"title": "judul"}`. A key means the same everywhere."""
    for key, label in labels.items():
        if _details.setdefault(key, label) != label:
            raise RuntimeError(f"two labels for the detail {key}")


def detail_label(key: str) -> str:
    return _details.get(key, key)


names_details(
    {
        "count": "banyaknya",
        "filters": "saringan",
        "names": "dengan nama",
        "origins": "alamat asal yang dihapus",
        "title": "judul",
    }
)
names_actions(
    {
        "audit.export": "Mengekspor audit",
        "audit.person.erase": "Menghapus nama orang dari audit",
        "audit.origins.forget": "Menghapus alamat asal yang kedaluwarsa",
    }
)
