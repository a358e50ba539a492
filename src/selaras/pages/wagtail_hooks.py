"""What the room adds to Wagtail's admin."""

from wagtail import hooks

from selaras.pages.admin import hooks as screens
from selaras.pages.adopting import hooks as adopting
from selaras.pages.aligning import hooks as aligning
from selaras.pages.editing import hooks as editing
from selaras.pages.foreseeing import hooks as foreseeing
from selaras.pages.old_addresses import redirect_numbered
from selaras.pages.past import hooks as past
from selaras.pages.releases import hooks as releases
from selaras.pages.review import hooks as review
from selaras.pages.tenancy import hooks as tenancy

hooks.register("before_serve_page", redirect_numbered)
editing.register()
past.register()
tenancy.register()
screens.register()
review.register()
releases.register()
adopting.register()
foreseeing.register()
aligning.register()
