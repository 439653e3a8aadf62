"""What stands in the log, for tests that ask whether something was noted."""

from datetime import date

from mentorapp.domain.audit import Did, Wanted
from mentorapp.domain.audit_lines import AuditLine
from mentorapp.operations import Database, audit

_ALWAYS = (date(1970, 1, 2), date(2999, 1, 1))


def noted(database: Database, did: Did) -> list[AuditLine]:
    """The lines about this, the newest first."""
    with database.read() as tx:
        return [one for one in audit.lines(tx, Wanted(*_ALWAYS)).lines if one.did is did]


def saved_as_files(database: Database) -> list[str]:
    """What left the office as a file, in the words of the log, the newest first."""
    return [" ".join(one.entry.fields) for one in noted(database, Did.EXPORTED)]
