"""One person in one institution: her roles, and what may be done about them."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from selaras.accounts.models import User
from selaras.accounts.services import remove_second_factor
from selaras.accounts.step_up import RecentSecondFactor
from selaras.institutions.models import Membership
from selaras.institutions.people.forms.roles import (
    EndForm,
    GrantForm,
    MoveForm,
    PeriodForm,
    ReasonForm,
)
from selaras.institutions.people.policies import (
    grantable_by,
    managed_by,
    may_take_factors,
    require_taking_factors,
)
from selaras.institutions.people.queries import is_over, rows_of
from selaras.institutions.people.services import change_period, end_role, grant_roles, move_person
from selaras.institutions.people.views.base import ActView, OfInstitution
from selaras.institutions.standing import standing_of

Role = Membership.Role


class OfPerson(OfInstitution):
    """About somebody who holds a role in the institution, or held one."""

    @cached_property
    def person(self) -> User:
        here = User.objects.filter(memberships__institution=self.institution).distinct()
        return get_object_or_404(here, reference=self.kwargs["person"])

    def person_url(self, name: str = "person", *more: Any) -> str:
        arguments = [self.institution.slug, self.person.reference, *more]
        return reverse(f"people:{name}", args=arguments)

    def back_url(self) -> str:
        return self.person_url()

    def ways(self) -> list[tuple[str, str]]:
        return [*super().ways(), (self.person_url(), str(self.person))]


class PersonView(OfPerson, TemplateView):
    template_name: Any = "institutions/people/person.html"

    def ways(self) -> list[tuple[str, str]]:
        return OfInstitution.ways(self)

    def get_page_title(self) -> str:
        return str(self.person)

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Tambah peran", url=self.person_url("grant"), icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        (row,) = rows_of(self.institution, [self.person])
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "row": row,
            "today": self.today,
            "herself": self.person == self.user,
            "factors_url": self._factors_url() if row.has_second_factor else "",
            "move_url": self.person_url("move") if len(managed_by(self.user)[:2]) > 1 else "",
        }

    def _factors_url(self) -> str:
        may = may_take_factors(self.user, self.person)
        return self.person_url("factors") if may else ""


class GrantView(OfPerson, ActView):
    page_title: Any = "Tambah peran"
    form_class = GrantForm

    def get_form_kwargs(self) -> dict[str, Any]:
        roles = grantable_by(self.user, self.institution)
        return {**super().get_form_kwargs(), "roles": roles}

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": self.today}

    def act(self, form: forms.Form) -> HttpResponse | str:
        roles: list[Role] = form.cleaned_data["roles"]
        grant_roles(
            actor=self.user,
            user=self.person,
            institution=self.institution,
            roles=roles,
            valid_from=form.cleaned_data["valid_from"],
            valid_to=form.cleaned_data["valid_to"],
        )
        named = ", ".join(role.label for role in roles)
        return f"{self.person} kini memegang peran {named}."


class OfMembership(OfPerson, ActView):
    """About one role of a person that is not over yet."""

    @cached_property
    def membership(self) -> Membership:
        rows = Membership.objects.filter(institution=self.institution, user=self.person)
        row = get_object_or_404(rows.select_related("user"), pk=self.kwargs["membership"])
        row.institution = self.institution
        return row

    @property
    def word(self) -> str:
        return Role(self.membership.role).label


class EndView(OfMembership):
    submit_label = "Akhiri"
    serious = True
    form_class = EndForm
    explanation = "Hak, sesi, dan undangan yang dibuat orang ini ikut berakhir. Karyanya tetap ada."

    def get_page_title(self) -> str:
        return f"Akhiri peran {self.word}"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "today": self.today}

    def act(self, form: forms.Form) -> HttpResponse | str:
        if not isinstance(form, EndForm):
            raise TypeError("another form")
        reason = form.cleaned_data["reason"]
        end_role(actor=self.user, membership=self.membership, end=form.end, reason=reason)
        return f"Peran {self.word} {'diberi hari terakhir' if form.end else 'berakhir sekarang'}."

    def back_url(self) -> str:
        here = Membership.objects.filter(institution=self.institution, user=self.person)
        return super().back_url() if here.exists() else self.list_url


class PeriodView(OfMembership):
    form_class = PeriodForm

    def get_page_title(self) -> str:
        return f"Masa peran {self.word}"

    def get_form_kwargs(self) -> dict[str, Any]:
        begun = self.membership.valid_from <= self.today
        return {**super().get_form_kwargs(), "begun": begun}

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": self.membership.valid_from, "valid_to": self.membership.valid_to}

    def act(self, form: forms.Form) -> HttpResponse | str:
        change_period(
            actor=self.user,
            membership=self.membership,
            valid_from=form.cleaned_data["valid_from"],
            valid_to=form.cleaned_data["valid_to"],
        )
        return f"Masa peran {self.word} diubah."


class MoveView(OfPerson, ActView):
    template_name: Any = "institutions/people/move.html"
    page_title: Any = "Pindah instansi"
    submit_label = "Pindahkan"
    form_class = MoveForm
    explanation = (
        "Peran di sini berakhir dan peran di sana mulai pada hari yang sama. Untuk instansi yang"
        " tidak Anda kelola: akhiri perannya di sini, dan pengelola di sana mengundangnya."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        destinations = managed_by(self.user).exclude(pk=self.institution.pk)
        return {**super().get_form_kwargs(), "destinations": destinations, "roles": self._roles()}

    def _roles(self) -> list[Role]:
        """Which of them exist in the destination is known when it is chosen."""
        platform = standing_of(self.user).is_platform
        return [role for role in Role if platform or role != Role.PLATFORM]

    def get_initial(self) -> dict[str, Any]:
        held = [row for row in self._held() if not is_over(row, self.today)]
        return {"roles": [row.role for row in held], "day": self.today}

    def _held(self) -> list[Membership]:
        return list(Membership.objects.filter(institution=self.institution, user=self.person))

    def act(self, form: forms.Form) -> HttpResponse | str:
        destination = form.cleaned_data["destination"]
        move_person(
            actor=self.user,
            user=self.person,
            origin=self.institution,
            destination=destination,
            roles=form.cleaned_data["roles"],
            day=form.cleaned_data["day"],
            reason=form.cleaned_data["reason"],
        )
        return f"{self.person} pindah ke {destination.name}."

    def back_url(self) -> str:
        return self.list_url


class FactorsView(RecentSecondFactor, OfPerson, ActView):
    page_title: Any = "Lepas faktor kedua"
    submit_label = "Lepas"
    serious = True
    form_class = ReasonForm
    explanation = (
        "Untuk orang yang kehilangan ponsel atau kuncinya. Pastikan Anda mengenalinya langsung:"
        " sesudah ini kata sandinya saja cukup untuk memasang faktor yang baru."
    )

    def act(self, form: forms.Form) -> HttpResponse | str:
        require_taking_factors(self.user, self.person)
        remove_second_factor(
            user=self.person,
            actor=self.user,
            reason=form.cleaned_data["reason"],
            request=self.request,
        )
        return f"Faktor kedua {self.person} dilepas, dan sesinya diakhiri."
