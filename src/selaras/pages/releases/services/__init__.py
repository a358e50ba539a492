"""Writes of joint releases."""

from selaras.pages.releases.services.arming import arm, disarm
from selaras.pages.releases.services.drafting import cancel, change, make
from selaras.pages.releases.services.going import go_live
from selaras.pages.releases.services.telling import fail, note

__all__ = ["arm", "cancel", "change", "disarm", "fail", "go_live", "make", "note"]
