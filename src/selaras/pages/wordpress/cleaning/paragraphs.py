"""In classic text the lines are the paragraphs: WordPress adds the tags when it shows a page."""

import re

_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*"|'[^']*')*+>""")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
_KEPT_LINES = {"pre", "script", "style"}
_NAME = re.compile(r"^</?([a-zA-Z][a-zA-Z0-9-]*)")


def with_paragraphs(html: str) -> str:
    """Elements in place of the line breaks inside `wp-classic`; other text stays as it is."""
    out: list[str] = []
    classic = kept = 0
    position = 0
    for tag in _TAG.finditer(html):
        text = html[position : tag.start()]
        out.append(_broken(text) if classic > 0 and kept <= 0 else text)
        position = tag.end()
        name = _NAME.match(tag[0])
        step = -1 if tag[0].startswith("</") else 1
        if name and name[1].lower() == "wp-classic":
            classic += step
        elif name and name[1].lower() in _KEPT_LINES:
            kept = max(kept + step, 0)
        out.append(tag[0])
    out.append(html[position:])
    return "".join(out)


def _broken(text: str) -> str:
    paragraphs = _EMPTY_LINES.split(text)
    return "<wp-paragraph></wp-paragraph>".join(
        paragraph.replace("\n", "<br/>") for paragraph in paragraphs
    )
