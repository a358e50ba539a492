"""The file format of an announcement: YAML with a version, read with the line of everything.

`docs/reference/announcement-format.md` describes it.
"""

from selaras.announcements.document.characters import decoded
from selaras.announcements.document.reading import read_document
from selaras.announcements.document.template import EXAMPLES_TO_REPLACE, template_for

__all__ = ["EXAMPLES_TO_REPLACE", "decoded", "read_document", "template_for"]
