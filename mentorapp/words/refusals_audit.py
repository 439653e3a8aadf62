"""Refusals of the audit as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import audit_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_, Words
from mentorapp.words.audit import say_break
from mentorapp.words.saying import says


def _tampered(words: Words, e: audit_errors.AuditTampered) -> str:
    said = [
        words.text(
            "The log is not as the program wrote it. Keep a copy of the file, and tell whoever "
            "answers for data protection."
        ),
        *(say_break(words, one) for one in e.breaks),
    ]
    return " ".join(said)


AUDIT_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    audit_errors.AuditTampered: _tampered,
    audit_errors.CodeThinned: says(
        N_(
            "No line has this code. The lines up to %(last)s were removed, as they were older than "
            "the log is kept: a report from that time cannot be held against the log any more."
        )
    ),
    audit_errors.NoAuditCode: says(
        N_("A code of the log has ten signs, as on the report: 04HMA-SW9NF.")
    ),
}
