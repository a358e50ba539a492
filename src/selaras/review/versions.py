"""What is reviewed, by value."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from selaras.accounts.models import User
from selaras.institutions.models import Institution


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is reviewed: `("page", "12")`."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a subject, exactly: another content under the same number is another one."""

    subject: Subject
    number: str
    fingerprint: str
    title: str
    institution: Institution
    author: User | None

    @property
    def fields(self) -> dict[str, str]:
        """What rows about this version keep of it."""
        return {
            "subject_kind": self.subject.kind,
            "subject_key": self.subject.key,
            "version": self.number,
            "fingerprint": self.fingerprint,
        }


def fingerprint_of(content: Any) -> str:
    """The same for the same content, whether it was just made or read from the database."""
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
