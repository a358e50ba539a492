"""New passwords: what follows from one is written with it, or neither is."""

from allauth.account.views import PasswordChangeView, PasswordResetFromKeyView, PasswordSetView
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse


class ChangePasswordView(PasswordChangeView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        return response


class FirstPasswordView(PasswordSetView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        return response


class NewPasswordView(PasswordResetFromKeyView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        return response
