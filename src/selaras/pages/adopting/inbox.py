"""What central texts ask of people."""

from django.urls import reverse

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.adopting.queries import Adopted, maybe_changed, own_adopted, with_outcomes
from selaras.pages.adopting.sources import State

LETTERS = 120


@fills_inbox("adopted texts")
def adopted_texts(user: User) -> Waiting:
    """Pages whose source was withdrawn or changed, and nobody has dealt with it."""
    if not standing_of(user).holds_anywhere(*WRITING):
        return Waiting([], 0)
    found = with_outcomes(list(maybe_changed(own_adopted(user))))
    waiting = [one for one in found if one.needs_attention]
    waiting.sort(key=lambda one: (one.outcome.state is not State.WITHDRAWN, one.outcome.since))
    return Waiting([_item(one) for one in waiting[:MOST]], len(waiting))


def _item(one: Adopted) -> Item:
    withdrawn = one.outcome.state is State.WITHDRAWN
    newer = one.outcome.newer
    detail = one.outcome.reason if withdrawn else f"Versi baru: {newer.title}" if newer else ""
    return Item(
        kind="Sumber teks ditarik" if withdrawn else "Sumber teks berubah",
        title=one.taken.adoption.page.draft_title or one.taken.adoption.page.title,
        url=reverse("adopting:compare", args=[one.taken.adoption.page_id]),
        urgency=Urgency.NOW if withdrawn else Urgency.OWN_WORK,
        since=one.outcome.since,
        detail=detail[:LETTERS],
        institution=one.institution.short_name,
    )


offers_start(
    Start("Ambil teks pusat", "copy", "adopting:sources", lambda user: reverse("adopting:sources"))
)
