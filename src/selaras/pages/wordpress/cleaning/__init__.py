"""From a text as WordPress stores it to the parts of ours."""

from selaras.pages.wordpress.cleaning.service import clean, plain_text

__all__ = ["clean", "plain_text"]
