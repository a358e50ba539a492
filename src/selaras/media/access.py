"""Who may reach the routes of pictures and documents."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.http import HttpRequest
from wagtail.models import UploadedFile

from selaras.accounts.access import CLOSED, Rule, Verdict, state
from selaras.institutions.access import holding, is_key, judge_object, judge_standing, strictest
from selaras.institutions.standing import standing_of
from selaras.media.models import File, Library, Picture
from selaras.media.policies import USING

USERS = holding(*sorted(USING))


@cache
def own_item(model: type[Picture] | type[File], argument: str) -> Rule:
    """A picture or document in a library that she uses."""

    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *USING)
        if verdict is not Verdict.ALLOWED:
            return verdict
        return judge_item(request, model, [str(kwargs[argument])])

    return Rule(f"own {model._meta.model_name}", judge)


def judge_item(
    request: HttpRequest, model: type[Picture] | type[File], keys: Sequence[str]
) -> Verdict:
    """All of them, or the first that is not hers; two queries however many there are."""
    if not keys:
        return Verdict.ALLOWED
    if not all(is_key(key) for key in keys):
        return Verdict.ABSENT
    kept = dict(model.objects.filter(pk__in=set(keys)).values_list("pk", "collection_id"))
    if len(kept) < len({int(key) for key in keys}):
        return Verdict.ABSENT
    libraries = Library.objects.filter(collection__in=set(kept.values()))
    owners = dict(libraries.values_list("collection_id", "institution_id"))
    standing = standing_of(request.user)
    return strictest(judge_object(standing, owners.get(one), *USING) for one in kept.values())


def _own_upload(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    """A half-finished upload is its uploader's alone."""
    verdict = judge_standing(request, *USING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    mine = UploadedFile.objects.filter(
        pk=kwargs["uploaded_file_id"], uploaded_by_user=request.user.pk
    )
    return Verdict.ALLOWED if mine.exists() else Verdict.ABSENT


OWN_UPLOAD = Rule("own upload", _own_upload)


def _within(namespace: str, names: str) -> list[str]:
    return [f"{namespace}:{name}" for name in names.split()]


def state_all() -> None:
    for images in ("index", "index_results", "add", "add_multiple"):
        state(USERS, f"wagtailimages:{images}", f"wagtaildocs:{images}")
    choosing = "choose choose_results chosen_multiple create"
    state(USERS, *_within("wagtailimages_chooser", choosing))
    state(USERS, *_within("wagtaildocs_chooser", choosing))
    state(own_item(Picture, "pk"), "wagtailimages_chooser:chosen")
    state(own_item(File, "pk"), "wagtaildocs_chooser:chosen")
    state(own_item(Picture, "image_id"), "wagtailimages_chooser:select_format")
    one = "edit delete preview image_usage edit_multiple delete_multiple"
    state(own_item(Picture, "image_id"), *_within("wagtailimages", one))
    state(own_item(File, "document_id"), *_within("wagtaildocs", "edit delete document_usage"))
    state(own_item(File, "doc_id"), *_within("wagtaildocs", "edit_multiple delete_multiple"))
    names = "delete_upload_multiple create_multiple_from_uploaded_image"
    state(OWN_UPLOAD, *_within("wagtailimages", names))
    names = "delete_upload_multiple create_multiple_from_uploaded_document"
    state(OWN_UPLOAD, *_within("wagtaildocs", names))
    # Addresses of renditions are computed, never signed for others.
    state(CLOSED, *_within("wagtailimages", "url_generator url_generator_output"))
