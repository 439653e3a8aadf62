"""What is wrong with the audit."""

from dataclasses import dataclass

from mentorapp.domain.audit_chain import Break
from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class AuditTampered(Refused):
    """Lines were changed, removed, moved or added by something else than the program."""

    breaks: tuple[Break, ...]


@dataclass(eq=False)
class NoAuditCode(Refused):
    """What was typed is no code of ten signs."""


@dataclass(eq=False)
class CodeThinned(Refused):
    """No line has the code of a paper, and the lines up to ``last`` are gone as they were old: it
    may be the code of one of them.
    """

    last: int
