"""Competence card and plan on paper, in the language of the person they are for."""

from datetime import date
from uuid import UUID

from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.languages import LOCAL_LANGUAGE
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.domain.plan_errors import PlanProtected
from mentorapp.domain.protection import Protection
from mentorapp.operations import competences, offices, plans
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words


def card_pdf(tx: Transaction, person_id: UUID, today: date) -> bytes:
    """The card on a page; NotFound for a person who has none."""
    from mentorapp.reports.competence_card import CardValues, competence_card

    person, row = records.get(tx, Person, person_id), competences.row_of(tx, person_id)
    card = competences.plain(competences.by_person(tx, person_id), row.protection)
    office = offices.read(tx)
    values = CardValues(
        name=person.name,
        education=row.education,
        education_field=card.education_field,
        earlier=row.earlier,
        now=row.now,
        wished=row.wished,
        experience=card.experience,
        skills=card.skills,
        licences=card.licences,
        certificates=card.certificates,
        spoken=tuple(person.languages),
        local_language=LOCAL_LANGUAGE.get(office.country, ""),
        level=row.level,
        needed_level=card.needed_level,
        gap_note=card.gap_note,
        gaps=row.gaps,
    )
    return competence_card(values, office, words_for(person, office), today)


def plan_pdf(tx: Transaction, person_id: UUID, today: date) -> bytes:
    """The open goals on a page; NothingToPrint when there are none.

    Raises PlanProtected for the protected: goals and steps name schools and workplaces.
    """
    from mentorapp.reports.plan import GoalOnPaper, plan_paper

    person, office = records.get(tx, Person, person_id), offices.read(tx)
    if shields.protection_of(tx, person_id) is not Protection.NONE:
        raise PlanProtected
    goals = [
        GoalOnPaper(goal=row.goal, steps=row.steps)
        for row in plans.of_person(tx, person_id, today).goals
        if row.goal.closed_on is None
    ]
    if not goals:
        raise NothingToPrint("plan")
    return plan_paper(person.name, goals, office, words_for(person, office), today)


def words_for(person: Person, office: Office) -> Words:
    """The person's own language where the program has texts in it, else the office's."""
    spoken = [one for one in (person.letter_language.value, office.language) if one in LANGUAGES]
    return Words(next(iter(spoken), "nb"))
