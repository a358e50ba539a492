"""Fixtures of the tests of what pages say."""

from selaras.alignment.tests.conftest import unread

__all__ = ["unread"]
