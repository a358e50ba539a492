"""What verdicts and remedies are called on the screens and in files."""

from collections.abc import Mapping, Sequence
from typing import Any

from selaras.alignment.engine.results import Action, Verdict
from selaras.ledger.words import names_actions, names_details

VERDICTS: Mapping[str, str] = {
    Verdict.CONFLICTING: "Bertentangan",
    Verdict.OUTDATED: "Tidak berlaku lagi",
    Verdict.PREMATURE: "Belum berlaku",
    Verdict.INCONSISTENT: "Angka tidak cocok",
}
# By which word an address asks for them.
ASKED: Mapping[str, Verdict] = {
    "bertentangan": Verdict.CONFLICTING,
    "tidak-berlaku-lagi": Verdict.OUTDATED,
    "belum-berlaku": Verdict.PREMATURE,
    "angka-tidak-cocok": Verdict.INCONSISTENT,
}
MEANINGS: Mapping[str, str] = {
    Verdict.CONFLICTING: "tidak pernah benar untuk wilayah dan waktu itu",
    Verdict.OUTDATED: "pernah benar, sekarang tidak lagi",
    Verdict.PREMATURE: "akan benar, sekarang belum",
    Verdict.INCONSISTENT: "angka-angka dalam teks tidak saling cocok",
}
WITH_TEXT: Mapping[str, str] = {
    Action.CORRECT: 'Tulis "{text}".',
    Action.DATE: 'Tambahkan waktunya: "{text}".',
}
ALONE: Mapping[str, str] = {
    Action.EMBED: "Ganti dengan sematan fakta; nilainya lalu selalu mengikuti fakta resmi.",
    Action.CORRECT: "Tulis nilai yang berlaku.",
    Action.DATE: "Sebutkan kapan nilai itu berlaku.",
}


def remedies_in_words(remedies: Sequence[Mapping[str, Any]]) -> list[str]:
    """One sentence for each remedy as `StoredMention.remedies` keeps it; unknown ones are left."""
    found = []
    for one in remedies:
        action, text = str(one.get("action", "")), str(one.get("text", ""))
        sentence = WITH_TEXT.get(action) if text else None
        words = sentence.format(text=text) if sentence else ALONE.get(action)
        if words:
            found.append(words)
    return found


names_actions(
    {
        "alignment.findings.export": "Mengekspor temuan keselarasan",
        "alignment.board.export": "Mengekspor papan keselarasan",
    }
)
names_details({"lines": "banyaknya baris"})
