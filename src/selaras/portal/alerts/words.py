"""The words of a message in its two languages.

What was announced is official in Indonesian and stays so: the English block says what kind of
thing it is, for whom and since when, quotes it, and leads to the whole.
"""

from dataclasses import dataclass

from selaras.announcements.models import Announcement
from selaras.portal.alerts import rules
from selaras.portal.alerts.messages import Message, Passage

MOST_LINES = 10
INDONESIAN, ENGLISH = "id", "en"
MARKS = {
    "Exercise": {INDONESIAN: "LATIHAN", ENGLISH: "EXERCISE"},
    "Test": {INDONESIAN: "PERAGAAN", ENGLISH: "DEMONSTRATION"},
}
NOTES = {
    "Exercise": "Latihan: bukan keadaan sebenarnya. / Exercise: not a real situation.",
    "Test": "Peragaan: isinya rekaan. / Demonstration: nothing of this is real.",
}
EVENTS = {
    "Met": "Weather or flood situation",
    "Geo": "Geological situation",
    "Fire": "Fire situation",
    "Health": "Public health situation",
    "Env": "Environmental situation",
    "CBRNE": "Hazardous substances situation",
    "Transport": "Transport situation",
    "Infra": "Infrastructure situation",
    "Security": "Security situation",
    "Safety": "Public safety situation",
}


@dataclass(frozen=True, slots=True)
class Words:
    event: str
    headline: str
    description: str
    instruction: str
    details: str


def note_of(message: Message) -> str:
    """Why it is there: that nothing of it is real, what was corrected, why it was recalled."""
    one = message.announcement
    told = [NOTES.get(message.status, "")]
    if message.recalls:
        told.append(f"Ditarik / Recalled: {one.recall_reason}")
    elif one.correction:
        told.append(f"Koreksi / Correction: {one.correction}")
    return "\n".join(text for text in told if text)


def words_of(message: Message, passage: Passage, language: str) -> Words:
    one = passage.announcement
    recalled = message.recalls and one.pk == message.announcement.pk
    marks = [MARKS.get(message.status, {}).get(language, "")]
    if recalled:
        marks.append("DITARIK" if language == INDONESIAN else "RECALLED")
    headline = ": ".join([*(mark for mark in marks if mark), one.title])
    said = [] if recalled else [row.text for row in one.keymessages.all()]
    told = _indonesian if language == INDONESIAN else _english
    return told(one, passage, headline, said, recalled=recalled)


def _indonesian(
    one: Announcement, passage: Passage, headline: str, said: list[str], *, recalled: bool
) -> Words:
    gone = f"Pengumuman ini sudah ditarik. {one.recall_reason}"
    lines = _lines(passage, ("wilayah", "wilayah"), "{} nilai lain ada dalam data lengkapnya.")
    return Words(
        event=one.topic.label,
        headline=headline,
        description=gone if recalled else "\n".join([one.summary, *lines]),
        instruction="\n".join(said),
        details="Pengumuman lengkap dengan semua nilainya",
    )


def _english(
    one: Announcement, passage: Passage, headline: str, said: list[str], *, recalled: bool
) -> Words:
    kind = EVENTS[rules.category(one.topic)]
    by = f"Official announcement of {one.speaker_name}, in Indonesian: {one.title}."
    whole = f"This is a summary; the full text, in Indonesian, is at {one.url}"
    gone = f"This announcement was recalled. Reason, in Indonesian: {one.recall_reason}"
    lines = _lines(passage, ("region", "regions"), "Values left out here: {}; see the full data.")
    order = "Follow the key messages of the announcement, in Indonesian:"
    return Words(
        event=f"{kind} ({one.topic.label})",
        headline=headline,
        description="\n".join([by, gone if recalled else whole, *lines]),
        instruction="\n".join([order, *said]) if said else "",
        details="The whole announcement with all its values",
    )


def _lines(passage: Passage, regions: tuple[str, str], more: str) -> list[str]:
    """`Status siaga: Siaga Merah (3 wilayah)`, not more of them than people read."""
    told = [
        f"{label}: {words} ({count} {regions[count > 1]})"
        for (label, words), count in passage.lines[:MOST_LINES]
    ]
    left = len(passage.lines) - len(told)
    return [*told, more.format(left)] if left else told
