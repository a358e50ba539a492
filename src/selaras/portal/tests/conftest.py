import pytest
from django.utils import timezone

from selaras.demonstration.siaga import announce_season


@pytest.fixture
def season(topics: None) -> None:
    """The demonstration's living facts, announced for every region."""
    announce_season(timezone.localdate(), actor="uji")
