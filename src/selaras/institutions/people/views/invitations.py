"""Inviting: the form, the link that is shown once, and what may be done with a waiting one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin import messages

from selaras.institutions.models import Invitation
from selaras.institutions.people.errors import InvitedAlready
from selaras.institutions.people.forms.inviting import InviteForm
from selaras.institutions.people.policies import grantable_by
from selaras.institutions.people.queries import invitations_of
from selaras.institutions.people.services import Invited, invite, renew_link, revoke
from selaras.institutions.people.services.inviting import sends_letters
from selaras.institutions.people.views.base import ActView, OfInstitution


class ShowsLink(OfInstitution):
    """The answer that shows the link; nobody can see it again."""

    def show(self, invited: Invited) -> HttpResponse:
        context = super().get_context_data() | {
            "institution": self.institution,
            "invitation": invited.invitation,
            "url": invited.url,
            "mailed": sends_letters(),
            "list_url": self.list_url,
        }
        return self.response_class(
            request=self.request,
            template=["institutions/people/link.html"],
            context=context,
            using=self.template_engine,
        )


class InviteView(ShowsLink, ActView):
    page_title: Any = "Undang"
    submit_label = "Buat undangan"
    form_class = InviteForm
    explanation = (
        "Orang yang diundang membuka tautan, lalu membuat akun atau masuk dengan akunnya."
        " Tautan berlaku tujuh hari dan satu kali."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        roles = grantable_by(self.user, self.institution)
        return {**super().get_form_kwargs(), "roles": roles}

    def act(self, form: forms.Form) -> HttpResponse | str:
        wanted = {key: value for key, value in form.cleaned_data.items() if key != "roles"}
        try:
            invited = invite(
                actor=self.user,
                institution=self.institution,
                roles=form.cleaned_data["roles"],
                **wanted,
            )
        except InvitedAlready as done:
            messages.info(self.request, str(done))
            return redirect(self.list_url)
        return self.show(invited)

    def back_url(self) -> str:
        return self.list_url


class OfInvitation(ShowsLink, View):
    http_method_names = ["post", "options"]
    kwargs: dict[str, Any]

    @cached_property
    def invitation(self) -> Invitation:
        return get_object_or_404(invitations_of(self.institution), pk=self.kwargs["pk"])


class RenewView(OfInvitation):
    page_title: Any = "Tautan baru"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(renew_link(actor=self.user, invitation=self.invitation))


class RevokeView(OfInvitation):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        revoke(actor=self.user, invitation=self.invitation)
        messages.success(request, "Undangan dicabut; tautannya tidak berlaku lagi.")
        return redirect(reverse("people:institution", args=[self.institution.slug]))
