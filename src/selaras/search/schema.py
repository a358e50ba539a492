"""The national index: what is searched, counted and filtered."""

from typing import NamedTuple

from selaras.textindex.schema import Field, Kind, Schema


class Stems(NamedTuple):
    """Fields that hold the stems of title and text, and `pairs`: two neighbouring stems, joined by
    "_", for what stands together."""

    title: str
    body: str
    pairs: str


ALL = Stems("title_stems", "body_stems", "pairs")
# Of each cluster its best source alone: the country is searched without a filter, which would take
# the engine half as long again, and a release on 500 sites makes none of its words more usual.
HEADS = Stems("head_title_stems", "head_body_stems", "head_pairs")
TITLE = "title"  # the words as written (folded), for suggestions
WORDS = "words"  # every different word, as a keyword: the vocabulary
KIND, INSTITUTION, TOPICS = "kind", "institution", "topics"
REGION = "region"  # its own code
AREAS = "areas"  # its own code and all above, so that an area has what lies in it
CLUSTER = "cluster"  # the same for near-duplicates
DATED = "dated"  # days since 1970-01-01
HEAD = "head"  # 1 for the best source of its cluster, else 0

ENTRIES = Schema(
    "entries",
    (
        Field(TITLE, Kind.WORDS),
        *(Field(name, Kind.WORDS) for name in (*ALL, *HEADS)),
        Field(WORDS, Kind.KEYWORD),
        Field(KIND, Kind.KEYWORD),
        Field(INSTITUTION, Kind.KEYWORD),
        Field(TOPICS, Kind.KEYWORD),
        Field(REGION, Kind.KEYWORD),
        Field(AREAS, Kind.KEYWORD),
        Field(CLUSTER, Kind.KEYWORD),
        Field(DATED, Kind.NUMBER),
        Field(HEAD, Kind.NUMBER),
    ),
)
