"""Topics and their speakers: a topic has exactly one, and its history stays with who said it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from selaras.common.errors import Refused
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import Institution, Topic
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record

LONGEST_KEY, LONGEST_LABEL = 100, 200


class BadTopic(Refused):
    """A topic that cannot be opened or handed over like this."""


def open_topic(*, key: str, label: str, owner: Institution, actor: Actor) -> Topic:
    """A new topic of this institution; the same again changes nothing.

    Raises `BadTopic`, above all where the topic has a speaker already.
    """
    words = " ".join(label.split())
    _require_sound(key, words)
    with transaction.atomic():
        found = Topic.objects.select_for_update().filter(key=key).first()
        if found is None:
            made = Topic.objects.create(key=key, label=words, owner=owner)
            advance_epoch(COUNTRY)
            _note(made, actor, "topics.open", owner=owner.slug)
            return made
    if found.owner_id != owner.pk:
        raise BadTopic(
            f'Topik "{found.label}" sudah milik {found.owner.name}: satu topik satu juru bicara.',
            "Pakai topik lain, atau serahkan topik ini kepada pemilik barunya.",
        )
    return found


def hand_over(*, topic: Topic, to: Institution, reason: str, actor: Actor) -> None:
    """From now on another institution speaks about it, alone. What was said stays as it was said,
    also what its former owner has planned. Raises `BadTopic`.
    """
    words = reason.strip()
    if not words:
        raise BadTopic("Alasan penyerahannya belum ditulis.", "Sebut dasarnya dalam satu kalimat.")
    with transaction.atomic():
        found = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
        if found.owner_id == to.pk:
            raise BadTopic(f'Topik "{found.label}" sudah milik {to.name}.')
        before = found.owner.slug
        found.owner = to
        found.save(update_fields=["owner"])
        advance_epoch(COUNTRY)
        _note(found, actor, "topics.hand_over", reason=words, owner=to.slug, before=before)


def _require_sound(key: str, label: str) -> None:
    try:
        validate_slug(key)
    except ValidationError as error:
        raise BadTopic(
            f'Kunci "{key}" tidak dapat dipakai.', "Pakai huruf kecil, angka, dan tanda hubung."
        ) from error
    if len(key) > LONGEST_KEY or key != key.lower():
        raise BadTopic(
            f'Kunci "{key[:40]}" tidak dapat dipakai.', "Persingkat, dengan huruf kecil."
        )
    if not 0 < len(label) <= LONGEST_LABEL:
        raise BadTopic(
            "Nama topik kosong atau terlalu panjang.", f"Paling panjang {LONGEST_LABEL}."
        )


def _note(topic: Topic, actor: Actor, action: str, *, reason: str = "", **details: str) -> None:
    record(
        actor=actor,
        institution=topic.owner.slug,
        action=action,
        object_kind="topic",
        object_id=topic.key,
        reason=reason,
        details=details,
    )
