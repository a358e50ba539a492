"""Names the kinds of texts of the rooms below, in the order in which a new index is filled."""

from selaras.search.reading.announced import AnnouncementSource
from selaras.search.reading.bodies import InstitutionSource
from selaras.search.reading.counted import TallySource
from selaras.search.reading.pages import PageSource
from selaras.search.sources import register_source

register_source(AnnouncementSource())
register_source(TallySource())
register_source(InstitutionSource())
register_source(PageSource())
