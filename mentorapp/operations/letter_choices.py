"""Which letters can be written, and about whom, whether due or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.letters import ABOUT_A_PAIR, ABOUT_A_PERSON, LetterDue, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations.letters_due import for_organisation, for_pairing, for_person
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

Choice = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """Whom a letter can be about, as (id, number and name), newest number first."""

    pairings: Sequence[Choice]
    people: Sequence[Choice]
    organisations: Sequence[Choice]

    def of(self, kind: LetterKind) -> Sequence[Choice]:
        """Those that a letter of this kind can be about."""
        if kind in ABOUT_A_PAIR:
            return self.pairings
        return self.people if kind in ABOUT_A_PERSON else self.organisations


def choices(tx: Transaction) -> LetterChoices:
    """Everybody there is."""
    people = records.by_id(records.find(tx, Person))
    mentors = records.by_id(records.find(tx, Mentor))
    newcomers = records.by_id(records.find(tx, Newcomer))

    def both(pair: Pairing) -> str:
        halves = newcomers[pair.newcomer_id].person_id, mentors[pair.mentor_id].person_id
        return " – ".join(people[one].name for one in halves)

    pairs = [(one.number, one.id, both(one)) for one in records.find(tx, Pairing)]
    return LetterChoices(
        pairings=_in_order(pairs),
        people=_in_order(
            [(one.number, one.id, one.name) for one in people.values() if one.anonymised_on is None]
        ),
        organisations=_in_order(
            [(one.number, one.id, one.name) for one in records.find(tx, Organisation)]
        ),
    )


def letters_about(
    tx: Transaction, kind: LetterKind, record_id: UUID, today: date
) -> list[LetterDue]:
    """The letters of this kind about that pairing, person or organisation, sent before or not;
    none when it is not for such a person.
    """
    if kind in ABOUT_A_PAIR:
        return for_pairing(tx, record_id, [kind])
    if kind in ABOUT_A_PERSON:
        return for_person(tx, record_id, [kind])
    return for_organisation(tx, record_id, today)


def kinds_there() -> tuple[LetterKind, ...]:
    """The kinds that can be printed, in the order of their steps."""
    from mentorapp.reports.letter_layouts import layout_of
    from mentorapp.reports.letter_sets import shipped_texts

    with_text = {kind for kind, _language, _set in shipped_texts()}
    return tuple(one for one in LetterKind if one in with_text or not layout_of(one).has_text)


def _in_order(rows: list[tuple[int, UUID, str]]) -> list[Choice]:
    newest = sorted(rows, key=lambda row: row[0], reverse=True)
    return [(record_id, f"{number} · {name}") for number, record_id, name in newest]
