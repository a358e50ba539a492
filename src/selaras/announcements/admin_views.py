"""The editors' screens: announce, and what was announced."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from selaras.accounts.models import User
from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.admin_forms import AnnouncementForm
from selaras.announcements.checking import Checked, check, publish_checked
from selaras.announcements.document import template_for
from selaras.announcements.models import Announcement
from selaras.announcements.queries import announcements_of, topics_to_announce
from selaras.announcements.services import Published
from selaras.common.errors import Refused
from selaras.institutions.models import Topic
from selaras.language.times import Zone, format_datetime


def sees_announcing(user: object) -> bool:
    """Whether the screens are shown; whether somebody may announce is decided by policies."""
    if not isinstance(user, User):
        return False
    return user.is_superuser or topics_to_announce(user).exists()


class ForAnnouncers(View):
    """Turns away everybody to whom the screens are not shown."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sees_announcing(request.user):
            denied: HttpResponse = permission_denied(request)
            return denied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        if not isinstance(self.request.user, User):
            raise TypeError("an anonymous request passed the editors' sign-in")
        return self.request.user


class AnnounceView(RecentSecondFactor, ForAnnouncers, WagtailAdminTemplateMixin):
    """A document is checked, shown, and published as it was shown."""

    template_name = "announcements/admin/announce.html"
    page_title: Any = gettext_lazy("Umumkan")
    header_icon = "openquote"

    def step_up_required(self) -> bool:
        return self.request.POST.get("act") == "publish"

    def get_header_buttons(self) -> list[HeaderButton]:
        address = reverse("announcements_admin:list")
        return [HeaderButton(_("Daftar"), url=address, icon_name="list-ul")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def topics(self) -> list[Topic]:
        return list(topics_to_announce(self.user))

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = request.GET.get("topik")
        topic = next((one for one in self.topics if one.key == wanted), None)
        topic = topic or next(iter(self.topics), None)
        return self._show(template_for(topic) if topic else "", topic=topic)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AnnouncementForm(request.POST, request.FILES)
        text, checked = form.typed, None
        try:
            text = form.document()
            checked = check(text=text, user=self.user)
            if request.POST.get("act") == "publish":
                seal = request.POST.get("seal", "")
                return self._done(publish_checked(checked=checked, seal=seal, user=self.user))
        except Refused as error:
            return self._show(text, checked=checked, refused=error)
        return self._show(text, checked=checked)

    def _show(
        self,
        text: str,
        *,
        topic: Topic | None = None,
        checked: Checked | None = None,
        refused: Refused | None = None,
    ) -> HttpResponse:
        seal = checked.seal if checked else ""
        context = super().get_context_data(  # type: ignore[no-untyped-call]
            form=AnnouncementForm(initial={"text": text, "seal": seal}),
            topics=self.topics,
            topic=topic or (checked.draft.topic if checked else None),
            checked=checked,
            refused=refused,
            flaws=getattr(refused, "flaws", None),
            second_factor_due=not is_recent(self.request),
        )
        return self.render_to_response(context)

    def _done(self, published: Published) -> HttpResponse:
        announcement = published.announcement
        look = [messages.button(announcement.url, _("Lihat halaman publik"), new_window=True)]
        title = {"title": announcement.title}
        if published.created:
            messages.success(self.request, _("Diumumkan: %(title)s.") % title, buttons=look)
        else:
            words = _("Sudah diumumkan sebelumnya, tidak ada yang diubah: %(title)s.") % title
            messages.info(self.request, words, buttons=look)
        return redirect("announcements_admin:list")


class AnnouncementListView(ForAnnouncers, BaseListingView):
    """What the institutions of the person have announced."""

    template_name = "announcements/admin/list.html"
    table_classname: Any = "listing announce-list"
    page_title: Any = gettext_lazy("Pengumuman")
    header_icon = "openquote"
    index_url_name: Any = "announcements_admin:list"
    verbose_name_plural: Any = gettext_lazy("pengumuman")
    paginate_by = 20
    columns: Any = (
        TitleColumn(
            "title",
            label=gettext_lazy("Judul"),
            get_url=lambda announcement: announcement.url,
        ),
        Column("topic", label=gettext_lazy("Topik")),
        Column(
            "published_at",
            label=gettext_lazy("Diumumkan"),
            accessor=lambda announcement: format_datetime(announcement.published_at, Zone.WIB),
        ),
        Column(
            "regions",
            label=gettext_lazy("Cakupan"),
            accessor=lambda announcement: _("%(count)d wilayah") % {"count": announcement.regions},
        ),
    )

    def get_header_buttons(self) -> list[HeaderButton]:
        address = reverse("announcements_admin:announce")
        return [HeaderButton(_("Umumkan"), url=address, icon_name="plus")]

    def get_base_queryset(self) -> QuerySet[Announcement]:
        return announcements_of(self.user)
