"""The feeds of announcements that a website elsewhere can follow without our component."""

from selaras.pages.machines.addresses import ATOM, JSON, RSS
from selaras.portal.alerts.addresses import announced_address
from selaras.portal.elsewhere.choosing import Choice


def feed_addresses(choice: Choice) -> dict[str, str]:
    """By format: those of the chosen region, and of the topic where a fact was chosen."""
    region = choice.region.pk if choice.region else ""
    topic = choice.fact_type.topic.key if choice.fact_type else ""
    return {name: announced_address(name, region=region, topic=topic) for name in (RSS, ATOM, JSON)}
