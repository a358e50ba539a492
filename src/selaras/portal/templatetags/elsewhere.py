"""What a page says in its head about itself on websites elsewhere."""

from django import template
from django.utils.safestring import SafeString

from selaras.institutions.models import Region
from selaras.portal.elsewhere.addresses import region_address
from selaras.portal.elsewhere.framing import of_announcements
from selaras.portal.elsewhere.oembed import discovery

register = template.Library()


@register.simple_tag
def oembed_link(region: Region) -> SafeString:
    """The page of a region stands elsewhere as what is announced there."""
    return discovery(region_address(region), of_announcements(region).title)
