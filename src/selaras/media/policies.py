"""Who uses an institution's library of pictures and documents."""

from selaras.institutions.models import Membership
from selaras.institutions.standing import WRITING

# The administrator chooses the emblem of the site.
USING = WRITING | {Membership.Role.ADMINISTRATOR}
