"""What a form for a page names: pages, pictures and documents, in its fields and in its texts."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from selaras.accounts.models import User
from selaras.media.models import File, Picture

Named = tuple[type[Model], str]
KINDS: tuple[type[Model], ...] = (Page, Picture, File)


def named_by(form: Any) -> set[Named]:
    """What a valid form names, with the rows that belong to it."""
    found = set(_in_form(form))
    for formset in form.formsets.values():
        for row in formset.forms:
            found |= set(_in_form(row))
    return found


def named_already(page: Page) -> set[Named]:
    """What the stored page and its newest version name: that stays as it is."""
    found: set[Named] = set()
    for version in (page, page.get_latest_revision_as_object()):
        for kind, key, *_ in ReferenceIndex._extract_references_from_object(version):
            model = ContentType.objects.get_for_id(kind).model_class()
            found |= set(_of_kind(model, key))
    return found


def foreign(named: set[Named], user: User | AnonymousUser) -> set[Named]:
    """Those that this person may not choose; one query for each kind."""
    left: set[Named] = set()
    for kind in KINDS:
        keys = {key for model, key in named if model is kind}
        if keys:
            left |= {(kind, key) for key in keys - _own(kind, keys, user)}
    return left


def _own(kind: type[Model], keys: set[str], user: User | AnonymousUser) -> set[str]:
    policy = policy_registry.get_by_type(kind)
    rights = ["add", "change"] if kind is Page else ["choose"]
    own = policy.instances_user_has_any_permission_for(user, rights).filter(pk__in=keys)
    return {str(key) for key in own.values_list("pk", flat=True)}


def _in_form(form: Any) -> Iterator[Named]:
    cleaned = getattr(form, "cleaned_data", {})
    for name, value in cleaned.items():
        if isinstance(value, Model):
            yield from _of_kind(type(value), value.pk)
        elif hasattr(form._meta, "model"):
            yield from _in_text(form._meta.model, name, value)


def _in_text(model: type[Model], name: str, value: Any) -> Iterator[Named]:
    field: Any = next((one for one in model._meta.get_fields() if one.name == name), None)
    if value is None or not hasattr(field, "extract_references"):
        return
    for target, key, *_ in field.extract_references(value):
        yield from _of_kind(target, key)


def _of_kind(model: type[Model] | None, key: Any) -> Iterator[Named]:
    for kind in KINDS:
        if model is not None and issubclass(model, kind):
            yield kind, str(key)
