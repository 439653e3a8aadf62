"""What is wrong with the audit."""

from dataclasses import dataclass
from datetime import date

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
    """No line has the code of a paper of that ``day``: the lines of then are gone as they were
    old. ``since`` is the day of the first that is left.
    """

    day: date
    since: date


@dataclass(eq=False)
class CodeOfWhichDay(Refused):
    """No line has the code, and lines before ``since`` are gone as they were old: of which day the
    paper is tells whether it is the code of one of them.
    """

    since: date
