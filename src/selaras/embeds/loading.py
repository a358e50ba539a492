"""Everything that a text says, loaded together: sentences, tables and histories."""

from collections.abc import Iterable
from typing import Any

from selaras.embeds.blocks import BlockSpec, HistorySpec, TableSpec, blocks_in
from selaras.embeds.places import regions_of
from selaras.embeds.reading import Reading
from selaras.embeds.slots import filling, note_read
from selaras.embeds.spec import EmbedSpec, specs_in
from selaras.embeds.timelines import timelines


def load_text(reader: Reading, data: Any) -> None:
    """Resolve all facts of a text for its reader; later look-ups then ask nothing."""
    load(reader, specs_in(data), blocks_in(data))


def load(reader: Reading, specs: Iterable[EmbedSpec], blocks: Iterable[BlockSpec]) -> None:
    """The same for what was found in a text already; what is loaded is not asked again."""
    found = list(dict.fromkeys(blocks))
    for block in found:
        for fact_type in block.fact_types:
            note_read(f"fact:{fact_type}")
    tables = [one for one in found if isinstance(one, TableSpec) and one not in reader.rows]
    reader.rows |= regions_of(tables, reader.region, reader.now)
    histories = [one for one in found if isinstance(one, HistorySpec)]
    cells = [
        table.cell(fact_type, region.pk)
        for table in tables
        for region in reader.rows[table]
        for fact_type in table.fact_types
    ]
    reader.load([*specs, *cells, *(history.now for history in histories)])
    _load_histories(reader, [one for one in histories if one not in reader.timelines])


def _load_histories(reader: Reading, histories: list[HistorySpec]) -> None:
    asked = {
        history: (outcome.fact_type, outcome.reader)
        for history in histories
        if (outcome := reader.look(history.now).outcome) is not None
    }
    with filling():
        found = timelines(list(asked.values()), reader.now)
    reader.timelines |= {history: found[pair] for history, pair in asked.items()}
