"""Questions of addressees, each answered once, for all of them."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.errors import Lacking, NotPossible
from selaras.announcements.instructing.policies import require_answering, require_following
from selaras.announcements.instructing.services.noting import locked_addressee, note, note_of
from selaras.announcements.models import Addressee, Inquiry
from selaras.common.errors import Refused

MOST_LETTERS = 3000
MOST_OPEN = 10


class TooManyOpen(Refused):
    permanent = False

    def __init__(self) -> None:
        super().__init__(
            f"{MOST_OPEN} pertanyaan instansi Anda belum dijawab.",
            "Tunggu jawabannya dahulu.",
        )


def ask(*, addressee: Addressee, user: User, text: str) -> Inquiry:
    """Raises `MayNotAnswerFor`, `NotIssued`, `Lacking` or `TooManyOpen`."""
    require_answering(user=user, addressee=addressee)
    words = _words(text, "pertanyaan")
    with transaction.atomic():
        found = locked_addressee(addressee.pk)
        if found.inquiries.filter(answered_at=None).count() >= MOST_OPEN:
            raise TooManyOpen
        inquiry = Inquiry.objects.create(addressee=found, text=words, asked_by=user)
        note_of(found, actor=user, action="instructions.ask", inquiry=inquiry.pk)
    return inquiry


def answer(*, inquiry: Inquiry, user: User, text: str) -> None:
    """Raises `MayNotFollow`, `Lacking`, or `NotPossible` where it was answered before."""
    instruction = inquiry.addressee.instruction
    require_following(user=user, instruction=instruction)
    words = _words(text, "jawaban")
    with transaction.atomic():
        found = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        if found.answered_at is not None:
            raise NotPossible("sudah dijawab")
        found.answer, found.answered_by, found.answered_at = words, user, timezone.now()
        found.save(update_fields=["answer", "answered_by", "answered_at"])
        note(instruction, actor=user, action="instructions.answer", inquiry=found.pk)


def _words(text: str, what: str) -> str:
    words = text.strip()
    if not 0 < len(words) <= MOST_LETTERS:
        raise Lacking(
            "text",
            f"Teks {what} kosong atau terlalu panjang.",
            f"Tulis paling banyak {MOST_LETTERS} huruf.",
        )
    return words
