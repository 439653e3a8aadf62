"""Competence card and plan on paper, in the language of the person they are for."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.languages import LOCAL_LANGUAGE
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.operations import competences, free_text, offices, plans, word_lists
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words


def card_pdf(tx: Transaction, person_id: UUID, today: date) -> bytes:
    """The card on a page; NotFound for a person who has none."""
    from mentorapp.reports.competence_card import CardValues, competence_card

    person, row = records.get(tx, Person, person_id), competences.row_of(tx, person_id)
    card, own = competences.by_person(tx, person_id), free_text.own_paper(tx, person)
    office = offices.read(tx)
    values = CardValues(
        name=own.name,
        education=row.education,
        education_field=own.text(card.education_field),
        earlier=replace(row.earlier, words=own.text(row.earlier.words)),
        now=replace(row.now, words=own.text(row.now.words)),
        wished=replace(row.wished, words=own.text(row.wished.words)),
        experience=own.text(card.experience),
        skills=own.texts(card.skills),
        licences=own.texts(card.licences),
        certificates=own.texts(card.certificates),
        spoken=tuple(person.languages),
        local_language=LOCAL_LANGUAGE.get(office.country, ""),
        level=row.level,
        needed_level=card.needed_level,
        gap_note=own.text(card.gap_note),
        gaps=row.gaps,
    )
    return competence_card(values, office, words_for(person, office, word_lists.read(tx)), today)


def plan_pdf(tx: Transaction, person_id: UUID, today: date) -> bytes:
    """The open goals on a page; NothingToPrint when there are none."""
    from mentorapp.reports.plan import GoalOnPaper, plan_paper

    person, office = records.get(tx, Person, person_id), offices.read(tx)
    own = free_text.own_paper(tx, person)
    goals = [
        GoalOnPaper(
            goal=replace(row.goal, text=own.text(row.goal.text)),
            steps=tuple(
                replace(
                    step,
                    text=own.text(step.text),
                    owner_name=own.text(step.owner_name, of_people=True),
                )
                for step in row.steps
            ),
        )
        for row in plans.of_person(tx, person_id, today).goals
        if row.goal.closed_on is None
    ]
    if not goals:
        raise NothingToPrint("plan")
    return plan_paper(
        own.name, goals, office, words_for(person, office, word_lists.read(tx)), today
    )


def words_for(person: Person, office: Office, lists: WordLists) -> Words:
    """The person's own language where the program has texts in it, else the office's."""
    spoken = [one for one in (person.letter_language.value, office.language) if one in LANGUAGES]
    return Words(next(iter(spoken), "nb"), lists)
