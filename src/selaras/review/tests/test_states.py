import pytest

from selaras.review.states import Shown, State, Stored, state_of


@pytest.mark.parametrize(
    ("stored", "shown", "label"),
    [
        (Stored(), Shown(None, State.DRAFT), "Draf"),
        (Stored(round_state="waiting"), Shown(None, State.IN_REVIEW), "Sedang ditinjau"),
        (Stored(round_state="approved"), Shown(None, State.APPROVED), "Disetujui"),
        (
            Stored(round_state="approved", scheduled=True),
            Shown(None, State.SCHEDULED),
            "Terjadwal",
        ),
        (
            Stored(round_state="returned"),
            Shown(None, State.DRAFT, returned=True),
            "Draf · perlu diperbaiki",
        ),
        (Stored(round_state="taken_back"), Shown(None, State.DRAFT), "Draf"),
        (Stored(round_state="ended"), Shown(None, State.DRAFT), "Draf"),
        (Stored(live=True, changed=False), Shown(State.PUBLISHED, None), "Terbit"),
        (
            Stored(live=True, changed=False, corrected=True),
            Shown(State.CORRECTED, None),
            "Terbit, dikoreksi",
        ),
        (
            Stored(live=True, changed=False, corrected=True, superseded=True),
            Shown(State.SUPERSEDED, None),
            "Digantikan",
        ),
        (
            Stored(live=True, changed=True),
            Shown(State.PUBLISHED, State.DRAFT),
            "Terbit · perubahan belum diajukan",
        ),
        (
            Stored(live=True, changed=True, round_state="returned"),
            Shown(State.PUBLISHED, State.DRAFT, returned=True),
            "Terbit · perubahan belum diajukan · perlu diperbaiki",
        ),
        (
            Stored(live=True, changed=False, emergency=True),
            Shown(State.PUBLISHED, None, emergency=True),
            "Terbit · darurat, menunggu tinjauan",
        ),
        (Stored(changed=False, withdrawn=True), Shown(State.WITHDRAWN, None), "Ditarik"),
        (
            Stored(changed=True, withdrawn=True, round_state="waiting"),
            Shown(State.WITHDRAWN, State.IN_REVIEW),
            "Ditarik · perubahan sedang ditinjau",
        ),
    ],
)
def test_the_state_follows_from_what_is_stored(stored: Stored, shown: Shown, label: str) -> None:
    assert state_of(stored) == shown
    assert state_of(stored).label == label
