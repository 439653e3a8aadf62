"""What letters tell beside the records that they are about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.letter_calendar import usual_wait
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction

if TYPE_CHECKING:
    from mentorapp.reports.letter_course import Met

#: Those paired within so long tell how long it takes now.
_LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OfPair:
    """``interpreter_language`` is a code, ``organisation`` the mentor's."""

    met: "Met"
    interpreter_language: str
    organisation: str


def of_pairs(tx: Transaction, pairings: Sequence[Pairing]) -> Mapping[UUID, OfPair]:
    """What each pair did so far, and what its people need and come from."""
    from mentorapp.reports.letter_course import NOT_MET, Met

    contact = tallies.contact(tx)
    first = tallies.first_meetings(tx, [one.id for one in pairings])
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}))
    mentors = records.find(tx, Mentor, id={one.mentor_id for one in pairings})
    home = homes(tx, mentors)
    met = {
        pairing: Met(one.meetings, one.minutes, first.get(pairing), one.last)
        for pairing, one in contact.items()
    }
    return {
        one.id: OfPair(
            met=met.get(one.id, NOT_MET),
            interpreter_language=newcomers[one.newcomer_id].interpreter_language,
            organisation=home.get(one.mentor_id, ""),
        )
        for one in pairings
    }


def homes(tx: Transaction, mentors: Iterable[Mentor]) -> Mapping[UUID, str]:
    """The name of the organisation that each of these mentors comes from, by the mentor's id."""
    mentors = list(mentors)
    ids = {one.organisation_id for one in mentors if one.organisation_id}
    names = {one.id: one.name for one in records.find(tx, Organisation, id=ids)}
    return {one.id: names[one.organisation_id] for one in mentors if one.organisation_id in names}


@counts_all
def usual_wait_of(tx: Transaction, today: date) -> int | None:
    """How many days newcomers waited who got their first pair lately; None when too few did."""
    first: dict[UUID, date] = {}
    for one in records.find(tx, Pairing):
        first[one.newcomer_id] = min(one.agreed_on, first.get(one.newcomer_id, one.agreed_on))
    newcomers = records.by_id(records.find(tx, Newcomer, id=set(first)))
    return usual_wait(
        [
            (agreed - newcomers[newcomer].registered_on).days
            for newcomer, agreed in first.items()
            if newcomer in newcomers
            and today - _LATELY <= agreed <= today
            and agreed >= newcomers[newcomer].registered_on
        ]
    )
