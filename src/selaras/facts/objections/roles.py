"""The roles that object and that answer; why: `policies`."""

from selaras.institutions.models import Membership

Role = Membership.Role
FILING = frozenset({Role.WRITER, Role.APPROVER})
ANSWERING = frozenset({Role.AUTHOR, Role.APPROVER})
