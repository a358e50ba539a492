"""How a fact went, as a small drawing beside an answer."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from selaras.common.clock import now
from selaras.embeds.drawings import drawing_of, values_in
from selaras.embeds.timelines import timelines
from selaras.facts.formats import moment_words
from selaras.language.dates import format_date
from selaras.search.found import Answer

TEMPLATE = "search/drawing.html"
FEWEST_VALUES = 2
MOST_VALUES = 60  # more would be neither legible nor small


def drawn(answer: Answer) -> SafeString:
    """The course of a choice or a figure until now: a strip or a stepped line with its words, at
    most 6 kB. Empty for other kinds, and where nothing has changed yet. A fixed number of queries.
    """
    fact_type, reader = answer.outcome.fact_type, answer.outcome.reader
    moment = now()
    course = timelines([(fact_type, reader)], moment)[(fact_type, reader)]
    if not FEWEST_VALUES <= len(values_in(course)) <= MOST_VALUES:
        return SafeString()
    drawing = drawing_of(fact_type, course, moment)
    if drawing is None:
        return SafeString()
    context = {
        "answer": answer,
        "drawing": drawing,
        "begun": moment_words(course[0].start, reader),
        "until": format_date(reader.local(moment).date()),
    }
    return SafeString(render_to_string(TEMPLATE, context).strip())
