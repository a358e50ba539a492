"""The file format of an announcement: YAML with a version, read with the line of everything.

`docs/reference/announcement-format.md` describes it.
"""

from selaras.announcements.document.reading import read_document

__all__ = ["read_document"]
