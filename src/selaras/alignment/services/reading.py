"""What a text says, read once, with everything that the database knows about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from selaras.alignment.engine.checking import Judged, weigh, without_contrasts
from selaras.alignment.engine.figures import misfits
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.reading import read_scene
from selaras.alignment.engine.results import Context, Finding, Mention, Report
from selaras.alignment.engine.scene import Scene
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import lexicon
from selaras.alignment.services.texts import Joined, TextPart


@dataclass(frozen=True, slots=True)
class WasRead:
    """Mentions and figures that do not fit each other; spans are of the joined text."""

    joined: Joined
    mentions: Sequence[Mention]
    figures: Sequence[Finding]

    def weighed(self, today: date, known: Lexicon, knowledge: DatabaseKnowledge) -> list[Judged]:
        """The mentions with what the facts say of them on that day; the pairs must be loaded."""
        return weigh(
            self.joined.text, self.mentions, today=today, lexicon=known, knowledge=knowledge
        )


def read_parts(parts: Sequence[TextPart], context: Context, known: Lexicon) -> WasRead:
    """Read only: nothing is compared, no database is asked."""
    joined = Joined(parts)
    scene = Scene(joined.text, context, known)
    return WasRead(joined, read_scene(scene), tuple(misfits(scene)))


def examine(text: str, *, region: str, today: date) -> Report:
    """A text that is not kept, as one that is being written, with all that the facts say of it.

    The number of queries does not grow with the text.
    """
    known = lexicon()
    was_read = read_parts([TextPart("", text)], Context(region, today), known)
    knowledge = DatabaseKnowledge()
    knowledge.load((one.type_key, one.region) for one in was_read.mentions)
    pairs = was_read.weighed(today, known, knowledge)
    return Report(tuple(without_contrasts(pairs)), tuple(was_read.figures))
