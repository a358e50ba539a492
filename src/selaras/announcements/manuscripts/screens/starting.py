"""Beginning an announcement: with nothing, with a document, or from an earlier one."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.announcements.document import decoded, read_document
from selaras.announcements.manuscripts.converting import content_of_draft, following
from selaras.announcements.manuscripts.screens.base import OfAnnouncement, Screen
from selaras.announcements.manuscripts.services import start
from selaras.announcements.models import Manuscript, Relation
from selaras.announcements.queries import topics_to_announce
from selaras.common.errors import Refused
from selaras.institutions.models import Topic
from selaras.institutions.policies import MayNotSpeak, require_owner


class DocumentForm(forms.Form):
    """Takes any text as it is: what is wrong with it, the reader of documents says."""

    text = forms.Field(
        label="Naskah YAML",
        required=False,
        widget=forms.Textarea(
            attrs={
                "rows": 12,
                "wrap": "off",
                "spellcheck": "false",
                "autocapitalize": "off",
                "class": "announce-text",
            }
        ),
    )
    file = forms.FileField(
        label="Berkas YAML",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.txt,text/plain"}),
    )

    @property
    def typed(self) -> str:
        return str(self.data.get("text", ""))

    def document(self) -> str:
        """The uploaded text, else the typed one. Raises `InvalidDocument` for other encodings."""
        upload = self.files.get("file")
        return decoded(upload.read()) if upload else self.typed


class StartView(Screen, TemplateView):
    template_name: Any = "announcements/manuscripts/start.html"
    page_title: Any = "Susun pengumuman"
    refused: Refused | None = None
    text = ""

    @cached_property
    def topics(self) -> list[Topic]:
        return list(topics_to_announce(self.user))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            made = self._from_document() if request.POST.get("act") == "document" else self._new()
        except Refused as refused:
            self.refused = refused
            return self.get(request, *args, **kwargs)
        return redirect("announcements_admin:edit", made.pk)

    def _new(self) -> Manuscript:
        wanted = self.request.POST.get("topic")
        topic = next((one for one in self.topics if one.key == wanted), None)
        if topic is None:
            raise MayNotSpeak("Topiknya belum dipilih.", "Pilih satu topik instansi Anda.")
        return start(topic=topic, user=self.user)

    def _from_document(self) -> Manuscript:
        form = DocumentForm(self.request.POST, self.request.FILES)
        self.text = form.typed
        self.text = form.document()
        draft = read_document(self.text)
        require_owner(topic=draft.topic, speaker=draft.speaker)
        made = start(topic=draft.topic, user=self.user, content=content_of_draft(draft))
        messages.success(self.request, "Naskah diisi dari berkas. Belum ada yang diumumkan.")
        return made

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = self.request.POST.get("topic") or self.request.GET.get("topik")
        return super().get_context_data(**kwargs) | {
            "topics": self.topics,
            "wanted": wanted or (self.topics[0].key if len(self.topics) == 1 else ""),
            "form": DocumentForm(initial={"text": self.text}),
            "refused": self.refused,
            "flaws": getattr(self.refused, "flaws", None),
            "from_document": self.request.POST.get("act") == "document",
        }


class FollowView(OfAnnouncement, View):
    """A manuscript that corrects, amends or supersedes an announcement, begun with its texts."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        relation = request.POST.get("relation", "")
        if relation not in {Relation.CORRECTS, Relation.AMENDS, Relation.SUPERSEDES}:
            return redirect(self.announcement_url)
        topic = Topic.objects.select_related("owner").get(pk=self.announcement.topic_id)
        content = following(self.announcement, relation)
        try:
            made = start(topic=topic, user=self.user, content=content)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect(self.announcement_url)
        return redirect("announcements_admin:edit", made.pk)
