"""Tags: everybody's in the database, one's own on the screen."""

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, JsonResponse
from taggit.models import Tag, TaggedItem

from selaras.accounts.models import User
from selaras.media.models import File, Picture
from selaras.pages.tenancy.scope import own_items

MOST_OFFERED = 10


def own_tags(user: User | AnonymousUser, *models: type[Model]) -> QuerySet[Tag]:
    """The tags of what is in her libraries, the most used first."""
    tagged = Q(pk__in=[])
    for model in models:
        kind = ContentType.objects.get_for_model(model)
        keys = own_items(user, model).order_by().values("pk")
        tagged |= Q(content_type=kind, object_id__in=keys)
    mine = TaggedItem.objects.filter(tagged)
    tags: QuerySet[Tag] = Tag.objects.filter(pk__in=mine.values("tag"))
    return tags.annotate(used=Count("taggit_taggeditem_items")).order_by("-used", "name")


def autocomplete(request: HttpRequest, app_name: str = "", model_name: str = "") -> JsonResponse:
    """The tags that begin so; there is one kind of them."""
    term = request.GET.get("term", "")
    found = own_tags(request.user, Picture, File).filter(name__istartswith=term)
    names = found.order_by("name").values_list("name", flat=True)[:MOST_OFFERED]
    return JsonResponse(list(names) if term else [], safe=False)
