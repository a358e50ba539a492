"""Read a WordPress export, one item at a time, in memory that does not grow with the file."""

from selaras.pages.wordpress.reading.export import Export, open_export

__all__ = ["Export", "open_export"]
