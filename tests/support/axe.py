"""What axe-core finds wrong with a page, in both modes, on a small and on a large screen."""

from typing import Any, Literal

from playwright.sync_api import Page

from support.thorough import EVERYTHING

Mode = Literal["dark", "light"]
Seen = tuple[Mode, int]

HALF: list[Seen] = [("dark", 360), ("light", 1280)]
ALL: list[Seen] = [*HALF, ("light", 360), ("dark", 1280)]
SEEN = ALL if EVERYTHING else HALF
# A colour on its way to another is not what people read.
STAND_STILL = """() => {
  const sheet = new CSSStyleSheet();
  const still = 'transition: none !important; animation: none !important';
  sheet.replaceSync(`*, ::before, ::after { ${still} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# What axe finds in one row of a table it finds in all of them.
FEW_ROWS = """() => {
  for (const row of document.querySelectorAll('tbody > tr:nth-child(n + 7)')) row.remove();
}"""
RULES = "['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']"


def violations(page: Page, axe_source: str) -> list[Any]:
    """Each with mode, width, rule and the elements; the page's context must bypass its policy."""
    page.evaluate(STAND_STILL)
    page.evaluate(FEW_ROWS)
    page.evaluate(axe_source)
    found: list[Any] = []
    for mode, width in SEEN:
        page.emulate_media(color_scheme=mode)
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.evaluate(f"axe.run({{runOnly: {RULES}, resultTypes: ['violations']}})")
        found += [
            (mode, width, one["id"], [node["target"] for node in one["nodes"]][:3])
            for one in answer["violations"]
        ]
    return found
