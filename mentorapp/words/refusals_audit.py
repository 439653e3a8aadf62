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
            "No line has this code. The log begins on %(since)s: the lines before were removed, as "
            "they were older than it is kept, and the report of %(day)s cannot be held against it "
            "any more."
        )
    ),
    audit_errors.CodeOfWhichDay: says(
        N_(
            "No line has this code. The log begins on %(since)s, as older lines were removed: say "
            "with --day which day stands on the report."
        )
    ),
    audit_errors.NoAuditCode: says(
        N_("A code of the log has ten signs, as on the report: 04HMA-SW9NF.")
    ),
}
