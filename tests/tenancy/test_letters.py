"""Mails about a page reach whoever works on its site today."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageSubscription

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.pages.editing.comments import followers
from selaras.pages.tests.making import article
from support.people import person
from support.strangers import OWN

pytestmark = pytest.mark.django_db
Role = Membership.Role


def test_who_left_is_no_longer_told_of_comments(country: None) -> None:
    page = article("uji")
    here, gone = person("ada", OWN, Role.WRITER), person("pergi", OWN, Role.WRITER)
    strange = person("asing", "kota-bogor", Role.WRITER)
    comment = Comment.objects.create(page=page, user=gone, text="Setuju.", contentpath="lead")
    for user in (here, gone, strange):
        PageSubscription.objects.create(page=page, user=user, comment_notifications=True)
        CommentReply.objects.create(comment=comment, user=user, text="Ya.")
    changes = {"resolved_comments": [comment], "new_replies": [(comment, [])]}
    assert set(followers(page, changes)) == {here, gone}
    Membership.objects.filter(user=gone).update(valid_to=timezone.localdate() - timedelta(days=1))
    assert set(followers(page, changes)) == {here}
    assert User.objects.filter(pk=gone.pk, is_active=True).exists()
