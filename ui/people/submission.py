"""What the person form is given and what it hands back: values, no widgets."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.households import Household
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.ties import Tie, TieKind
from mentorapp.operations import (
    Transaction,
    consents,
    households,
    offices,
    organisations,
    people,
    schemes,
    ties,
)
from mentorapp.operations.people import Registration
from mentorapp.operations.ties import Tied


class Role(StrEnum):
    """Which page a person is registered from."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What there is to choose from; ids with names, in no order."""

    schemes: tuple[Scheme, ...] = ()
    organisations: tuple[tuple[UUID, str], ...] = ()
    households: tuple[Household, ...] = ()
    country: str = "NO"
    letter_language: LetterLanguage = LetterLanguage.NB


@dataclass(frozen=True, slots=True)
class TieChanges:
    """Ties to note, by the other person's id, and ties to take away."""

    added: tuple[tuple[UUID, TieKind], ...] = ()
    removed: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What is stored now, and what came of it for others."""

    registration: Registration
    tied: tuple[Tied, ...] = ()
    untied: tuple[Tie, ...] = ()
    due_to_go: bool = False
    """The consent to be registered was taken back just now."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A filled-in form. ``household`` is there when it is new or was changed."""

    registration: Registration
    household: Household | None = None
    ties: TieChanges = TieChanges()

    def save(self, tx: Transaction, today: date) -> Saved:
        """Household first, as the person points to it, ties last; all or nothing."""
        if self.household is not None:
            households.save(tx, self.household)
        person_id = self.registration.person.id
        was_due = consents.due_to_go(tx, person_id)
        saved = people.save(tx, self.registration, today)
        untied = tuple(ties.remove(tx, tie) for tie in self.ties.removed)
        tied = tuple(
            ties.add(tx, saved.person.id, other, kind, today) for other, kind in self.ties.added
        )
        due = not was_due and consents.due_to_go(tx, person_id)
        return Saved(saved, tied, untied, due)


def read_choices(tx: Transaction, household_id: UUID | None = None) -> FormChoices:
    """Read what the form offers to somebody of that household."""
    office = offices.read(tx)
    return FormChoices(
        schemes=tuple(schemes.all_schemes(tx)),
        organisations=tuple(organisations.choices(tx)),
        households=tuple(households.choices(tx, household_id)),
        country=office.country,
        letter_language=office.letter_language,
    )


def read_case_officers(tx: Transaction, stored: UUID | None = None) -> list[tuple[UUID, str]]:
    """Who may be somebody's case officer, by name: mentors, and whoever is ``stored`` as such
    though no mentor any more. Slow in a large office.
    """
    named = [
        (one.person.id, f"{one.person.name} ({one.person.number})")
        for one in people.all_people(tx)
        if one.mentor is not None or one.person.id == stored
    ]
    return sorted(named, key=lambda one: one[1].casefold())
