"""The national index: what is searched, counted and filtered."""

from selaras.textindex.schema import Field, Kind, Schema

# Of the title the words as written (folded), for suggestions; of title and text the stems.
TITLE, TITLE_STEMS = "title", "title_stems"
BODY_STEMS = "body_stems"
PAIRS = "pairs"  # two neighbouring stems, joined by "_": what stands together
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
        Field(TITLE_STEMS, Kind.WORDS),
        Field(BODY_STEMS, Kind.WORDS),
        Field(PAIRS, Kind.WORDS),
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
