"""Newcomers by gender and schooling, for the reports."""

from datetime import date

from mentorapp.domain.newcomers import Education, Newcomer
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.schooling import by_schooling
from mentorapp.operations.intention import counts_all
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@counts_all
def figures(tx: Transaction, first: date, last: date) -> dict[tuple[Gender, Education], int]:
    """Newcomers registered from ``first`` to ``last``, both days included, whatever became of them.

    Small numbers are in it: whoever prints it for managers hides them.
    """
    registered = [one for one in records.find(tx, Newcomer) if first <= one.registered_on <= last]
    people = records.by_id(records.find(tx, Person, id=[one.person_id for one in registered]))
    return by_schooling(
        (people[one.person_id].gender, one.education)
        for one in registered
        if one.person_id in people
    )
