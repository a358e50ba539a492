"""The routes that take files, and how much may be sent to them.

More than a file may weigh: the form then says which file is too heavy, and keeps what was typed.
"""

from django.conf import settings

from selaras.look.bodies.limits import allow

ROOM = 3  # times the heaviest file

allow(
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages:edit",
    "wagtailimages_chooser:create",
    most=ROOM * settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE,
)
allow(
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs:edit",
    "wagtaildocs_chooser:create",
    most=ROOM * settings.WAGTAILDOCS_MAX_UPLOAD_SIZE,
)
