"""How far an addressee has come: each step once, none of them forgotten."""

from typing import BinaryIO
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.errors import Lacking, NotPossible
from selaras.announcements.instructing.events import AddresseeMoved
from selaras.announcements.instructing.policies import require_answering, require_following
from selaras.announcements.instructing.services.noting import locked_addressee, note_of
from selaras.announcements.models import Addressee, Instruction, Report
from selaras.common.events import emit
from selaras.media.models import File
from selaras.media.services import add_file

State = Addressee.State
MOST_LETTERS = 5000
MOST_LINK = 500
is_address = URLValidator(schemes=["http", "https"])


def mark_read(*, addressee: Addressee, user: User) -> None:
    """Somebody of the institution opened it; only the first time counts."""
    require_answering(user=user, addressee=addressee)
    with transaction.atomic():
        found = locked_addressee(addressee.pk)
        if found.state != State.RECEIVED:
            return
        found.state = State.READ
        _note_reader(found, user)
        found.save(update_fields=["state", "read_at", "read_by"])
        note_of(found, actor=user, action="instructions.read")
        _moved(found)


def acknowledge(*, addressee: Addressee, user: User) -> None:
    """The institution says that it will do it. Raises `MayNotAnswerFor`, `NotPossible`."""
    require_answering(user=user, addressee=addressee)
    with transaction.atomic():
        found = locked_addressee(addressee.pk)
        if found.state not in (State.RECEIVED, State.READ):
            raise NotPossible(found.get_state_display())
        _acknowledge(found, user)
        _keep(found, State.ACKNOWLEDGED, user)
        note_of(found, actor=user, action="instructions.acknowledge")


def report(
    *,
    addressee: Addressee,
    user: User,
    done: bool,
    text: str = "",
    link: str = "",
    file: BinaryIO | None = None,
    name: str = "",
    size: int = 0,
) -> None:
    """Say that it is being done, or is done, with the evidence that is wanted.

    Reporting acknowledges, too. `name` and `size` (in bytes) are the file's. Raises
    `MayNotAnswerFor`, `NotPossible`, `Lacking`, or `BadFile`.
    """
    require_answering(user=user, addressee=addressee)
    words, address = text.strip(), link.strip()
    with transaction.atomic():
        found = locked_addressee(addressee.pk)
        if found.state == State.DONE:
            raise NotPossible(found.get_state_display())
        _require_fit(found.instruction, done=done, words=words, link=address, file=bool(file))
        kept = _kept_file(found, user, file, name, size) if file else None
        _acknowledge(found, user)
        found.started_at = found.started_at or timezone.now()
        if done:
            found.done_at, found.done_by = timezone.now(), user
        _keep(found, State.DONE if done else State.IN_PROGRESS, user, words, address, kept)
        action = "instructions.finish" if done else "instructions.progress"
        note_of(found, actor=user, action=action, link=bool(address), file=bool(kept))


def reopen(*, addressee: Addressee, user: User, reason: str) -> None:
    """The institution takes back that it is done. Raises as `report`."""
    require_answering(user=user, addressee=addressee)
    _go_on(addressee, user, reason, by_issuer=False)


def ask_again(*, addressee: Addressee, user: User, comment: str) -> None:
    """The issuer says that it is not enough. Raises `MayNotFollow`, `NotPossible`, `Lacking`."""
    require_following(user=user, instruction=addressee.instruction)
    _go_on(addressee, user, comment, by_issuer=True)


def _go_on(addressee: Addressee, user: User, reason: str, *, by_issuer: bool) -> None:
    words = reason.strip()
    if not 0 < len(words) <= MOST_LETTERS:
        raise Lacking(
            "text",
            "Alasannya belum ditulis, atau terlalu panjang.",
            f"Tulis apa yang masih kurang, paling banyak {MOST_LETTERS} huruf.",
        )
    with transaction.atomic():
        found = locked_addressee(addressee.pk)
        if found.state != State.DONE:
            raise NotPossible(found.get_state_display())
        found.done_at = found.done_by = None
        _keep(found, State.IN_PROGRESS, user, words, by_issuer=by_issuer)
        action = "instructions.ask_again" if by_issuer else "instructions.reopen"
        note_of(found, actor=user, action=action, reason=words)


def _note_reader(found: Addressee, user: User) -> None:
    if found.read_at is None:
        found.read_at, found.read_by = timezone.now(), user


def _acknowledge(found: Addressee, user: User) -> None:
    _note_reader(found, user)
    if found.acknowledged_at is None:
        found.acknowledged_at, found.acknowledged_by = timezone.now(), user


def _keep(
    found: Addressee,
    state: str,
    user: User,
    text: str = "",
    link: str = "",
    file: File | None = None,
    *,
    by_issuer: bool = False,
) -> None:
    found.state = state
    found.save()
    Report.objects.create(
        addressee=found, state=state, by_issuer=by_issuer, text=text, link=link, file=file, by=user
    )
    _moved(found)


def _moved(found: Addressee) -> None:
    emit(AddresseeMoved(found.instruction_id, found.institution_id, found.state))


def _kept_file(found: Addressee, user: User, file: BinaryIO, name: str, size: int) -> File:
    title = f"Bukti: {found.instruction.title}"
    return add_file(
        actor=user, institution=found.institution, file=file, name=name, size=size, title=title
    )


def _require_fit(
    instruction: Instruction, *, done: bool, words: str, link: str, file: bool
) -> None:
    if len(words) > MOST_LETTERS:
        raise Lacking(
            "text",
            f"Keterangan terlalu panjang: {len(words)} huruf.",
            f"Paling banyak {MOST_LETTERS} huruf.",
        )
    if link and not _is_link(link):
        raise Lacking(
            "link",
            "Tautan itu tidak dapat dibaca.",
            f"Tulis alamat lengkap, misalnya https://…, paling banyak {MOST_LINK} huruf.",
        )
    given = (instruction.wants_link and link) or (instruction.wants_file and file)
    if done and instruction.needs_evidence and not given:
        wanted = {
            (True, True): "tautan atau berkas", (True, False): "tautan", (False, True): "berkas",
        }[instruction.wants_link, instruction.wants_file]  # fmt: skip
        field = "link" if instruction.wants_link else "file"
        raise Lacking(
            field, f"Bukti yang diminta belum disertakan: {wanted}.", "Sertakan, lalu kirim lagi."
        )


def _is_link(link: str) -> bool:
    try:
        is_address(link)
    except ValidationError:
        return False
    return len(link) <= MOST_LINK and "@" not in urlsplit(link).netloc
