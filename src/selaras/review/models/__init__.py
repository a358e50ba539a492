"""Rounds of review, emergency publications, links for reading one draft, and remarks on drafts."""

from selaras.review.models.emergencies import EmergencyPublication
from selaras.review.models.reading import CommentLink, Remark
from selaras.review.models.rounds import Round

__all__ = ["CommentLink", "EmergencyPublication", "Remark", "Round"]
