"""Who gets a letter of a kind, by name, and letters that left the office."""

from datetime import date, timedelta
from typing import Any

from mentorapp.domain.letters import LetterDue, LetterIssued, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.operations import Transaction, letters, people
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import mentor, newcomer

DAY = timedelta(days=1)


def ago(days: int) -> date:
    return TODAY - days * DAY


def get(tx: Transaction, kind: LetterKind, today: date = TODAY) -> list[str]:
    """Who is to get one now."""
    return sorted(one.receiver for one in the_due(tx, kind, today))


def the_due(tx: Transaction, kind: LetterKind, today: date = TODAY) -> list[LetterDue]:
    return [one for one in letters.due(tx, today) if one.kind is kind]


def sent(tx: Transaction, kind: LetterKind, days: int = 0, **about: Any) -> LetterIssued:
    """A letter of this kind left the office so many days ago."""
    letter = LetterIssued(
        kind=kind, language="nb", issued_at=tx.now - days * DAY, issued_by="mona", text="", **about
    )
    return records.add(tx, letter)


def new_mentor(tx: Transaction, name: str, days: int = 3, **changes: Any) -> Mentor:
    """Registered so many days ago, with nothing signed yet."""
    bare: dict[str, Any] = {
        "registered_on": ago(days),
        "certificate_seen_by": "",
        "certificate_seen_on": None,
        "confidentiality_signed_on": None,
    }
    made = people.save(tx, mentor(name, **(bare | changes)), TODAY).mentor
    assert made is not None
    return made


def new_newcomer(tx: Transaction, name: str, days: int = 3, **changes: Any) -> Newcomer:
    """Registered so many days ago."""
    made = people.save(tx, newcomer(name, registered_on=ago(days), **changes), TODAY).newcomer
    assert made is not None
    return made
