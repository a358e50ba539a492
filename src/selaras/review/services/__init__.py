"""Writes of review. They decide who may; what follows from a decision is the upper room's."""

from selaras.review.services.emergencies import confirm_emergency, mark_emergency, return_emergency
from selaras.review.services.forgetting import forget_subject
from selaras.review.services.links import make_link, open_link, revoke_link
from selaras.review.services.remarks import handle_remark, remark, remark_by_link
from selaras.review.services.rounds import (
    approve,
    end_approval,
    exempt,
    return_round,
    submit,
    take_back,
    void_approvals,
)

__all__ = [
    "approve",
    "confirm_emergency",
    "end_approval",
    "exempt",
    "forget_subject",
    "handle_remark",
    "make_link",
    "mark_emergency",
    "open_link",
    "remark",
    "remark_by_link",
    "return_emergency",
    "return_round",
    "revoke_link",
    "submit",
    "take_back",
    "void_approvals",
]
