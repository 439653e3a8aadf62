"""Police certificates: who meets a family with children without one, and whose runs out.

Kept is that one was shown: by whom it was seen, when, and until when it counts. Never the
certificate, what stood in it, or a remark.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person, is_minor
from mentorapp.domain.proposals import Obstacle
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: The ``detail`` of a line about a mentor who has shown none.
MISSING = "missing"


def check_start(tx: Transaction, pairing: Pairing, on: date) -> None:
    """Raise PairNotAllowed where the newcomer is under age, or children live at home, and the
    mentor's certificate was not seen or does not count on that day.

    The pair may have been agreed upon while it counted, or before there were children.
    """
    if _uncertified(tx, [pairing], on):
        raise PairNotAllowed((Obstacle.CERTIFICATE_MISSING.value,))


def attention(tx: Transaction, today: date, limits: Office) -> Iterator[Attention]:
    """Certificates of mentors in use that have run out or soon will, and mentors who have shown
    none and are in a pair with somebody under age or with a family.
    """
    in_use = [MentorStatus.APPROVED, MentorStatus.PAUSED]
    mentors = records.by_id(records.find(tx, Mentor, status=in_use))
    running = records.find(tx, Pairing, status=[one.value for one in RUNNING])
    uncertified = {one.mentor_id for one in _uncertified(tx, running, today)}
    ends = today + timedelta(days=limits.certificate_warning_days)
    told = [
        mentor
        for mentor in mentors.values()
        if (mentor.certificate_valid_to is not None and mentor.certificate_valid_to <= ends)
        or (mentor.certificate_seen_on is None and mentor.id in uncertified)
    ]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in told}))
    for mentor in told:
        missing = mentor.certificate_seen_on is None and mentor.id in uncertified
        left = ((mentor.certificate_valid_to or today) - today).days
        yield Attention(
            kind=AttentionKind.CERTIFICATE,
            severity=Severity.RED if missing or left < 0 else Severity.YELLOW,
            who=people[mentor.person_id].name,
            days=0 if missing else -left,
            subject_id=mentor.person_id,
            detail=MISSING if missing else "",
        )


def _uncertified(tx: Transaction, pairings: Sequence[Pairing], on: date) -> list[Pairing]:
    """Those that need a certificate on that day and have none that counts."""
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in pairings}))
    without = [one for one in pairings if not _holds(mentors[one.mentor_id], on)]
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in without}))
    persons = {one.person_id for one in newcomers.values()}
    people = records.by_id(records.find(tx, Person, id=persons))
    homes = records.by_id(
        records.find(tx, Household, id={one.household_id for one in people.values()} - {None})
    )

    def needs_one(newcomer: Newcomer) -> bool:
        person = people[newcomer.person_id]
        home = homes.get(person.household_id) if person.household_id else None
        return is_minor(person.birth_year, on) or (home is not None and home.has_minors)

    return [one for one in without if needs_one(newcomers[one.newcomer_id])]


def _holds(mentor: Mentor, on: date) -> bool:
    return certificate_holds(mentor.certificate_seen_on, mentor.certificate_valid_to, on)
