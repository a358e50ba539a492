"""What Wagtail's screens begin by inline scripts is told as data instead.

The policy of the editors' host allows no inline script. Wagtail has six: three inputs of dates and
two panels, which are templates and are overridden in this room, and every chooser, whose
`render` offers no place to change. `editor/begin.js` does what the data say.
"""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser

BEGIN = (
    '<template data-controller="selaras-begin" data-selaras-begin-what-value="{}"'
    ' data-selaras-begin-with-value="{}"></template>'
)


def begin(what: str, *arguments: object) -> SafeString:
    """Ask the page to call or make `what` of these arguments; `begin.js` knows which it may."""
    return format_html(BEGIN, what, json.dumps(arguments))


def begin_choosers() -> None:
    """Every chooser from now on; done once, when the room's app is ready."""
    BaseChooser.render = render  # type: ignore[method-assign, assignment]


def render(
    self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None
) -> SafeString:
    """As Wagtail's, with the beginning as data."""
    data = self.get_value_data(value)
    options = self.get_js_init_options(attrs["id"], name, data)
    return format_html(
        "{}{}",
        self.render_html(name, data, attrs),
        begin(self.js_constructor, attrs["id"], options),
    )
