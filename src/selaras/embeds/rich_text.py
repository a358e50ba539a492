"""Wagtail's side of an embed: from the stored tag to HTML."""

from wagtail.rich_text import EmbedHandler

from selaras.embeds.reading import current_reading
from selaras.embeds.rendering import render
from selaras.embeds.spec import EMBED_TYPE, EmbedSpec, InvalidEmbed


class FactEmbedHandler(EmbedHandler):
    """Expands `<embed embedtype="fact" .../>`; all embeds of a text resolve together."""

    identifier = EMBED_TYPE

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        specs = [_spec(attributes) for attributes in attrs_list]
        reader = current_reading()
        if reader is not None:
            reader.load(spec for spec in specs if spec is not None)
        return [render(spec) for spec in specs]


def _spec(attributes: dict[str, str]) -> EmbedSpec | None:
    try:
        return EmbedSpec.from_attributes(attributes)
    except InvalidEmbed:
        return None
