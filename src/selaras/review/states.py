"""The states of what is written, in the words that its people read."""

from dataclasses import dataclass

from django.db.models import TextChoices


class State(TextChoices):
    DRAFT = "draft", "Draf"
    IN_REVIEW = "in_review", "Sedang ditinjau"
    APPROVED = "approved", "Disetujui"
    SCHEDULED = "scheduled", "Terjadwal"
    PUBLISHED = "published", "Terbit"
    CORRECTED = "corrected", "Terbit, dikoreksi"
    WITHDRAWN = "withdrawn", "Ditarik"
    SUPERSEDED = "superseded", "Digantikan"


# What a change to something public is called beside the state of what is public.
CHANGES = {
    State.DRAFT: "perubahan belum diajukan",
    State.IN_REVIEW: "perubahan sedang ditinjau",
    State.APPROVED: "perubahan disetujui",
    State.SCHEDULED: "perubahan terjadwal",
}
RETURNED = "perlu diperbaiki"
EMERGENCY = "darurat, menunggu tinjauan"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a subject: of what the public sees, and of its newest version."""

    live: bool = False
    changed: bool = True  # the newest version is not the one that the public sees
    withdrawn: bool = False
    corrected: bool = False
    superseded: bool = False
    scheduled: bool = False
    round_state: str = ""  # of the newest version; empty where it was never submitted
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """`public` is what a citizen finds, None for nothing yet; `draft` what its people work on."""

    public: State | None
    draft: State | None
    returned: bool = False
    emergency: bool = False

    @property
    def state(self) -> State:
        """The one that tells most: of the public where there is one, else of the draft."""
        return self.public or self.draft or State.DRAFT

    @property
    def label(self) -> str:
        """`Terbit · perubahan sedang ditinjau`, `Draf · perlu diperbaiki`."""
        words = [str(self.state.label)]
        if self.emergency:
            words.append(EMERGENCY)
        if self.public and self.draft:
            words.append(CHANGES[self.draft])
        if self.returned:
            words.append(RETURNED)
        return " · ".join(words)


def state_of(stored: Stored) -> Shown:
    public = _public(stored)
    draft = _draft(stored) if stored.changed or not stored.live else None
    if public is State.WITHDRAWN and not stored.changed:
        draft = None
    return Shown(
        public,
        draft,
        returned=draft is State.DRAFT and stored.round_state == "returned",
        emergency=stored.live and stored.emergency,
    )


def _public(stored: Stored) -> State | None:
    if not stored.live:
        return State.WITHDRAWN if stored.withdrawn else None
    if stored.superseded:
        return State.SUPERSEDED
    return State.CORRECTED if stored.corrected else State.PUBLISHED


def _draft(stored: Stored) -> State:
    if stored.scheduled:
        return State.SCHEDULED
    if stored.round_state == "approved":
        return State.APPROVED
    return State.IN_REVIEW if stored.round_state == "waiting" else State.DRAFT
