"""The form of a person, in the order of a paper form: one person, either role or both.

It turns widgets into a `Submission` and knows no worker. Before somebody new is handed over it
asks once whether he is registered already.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import InvalidField, ProtectedLocation, Refused
from mentorapp.domain.mentors import Mentor, check_mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.operations.people import PersonFile, Registration
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.people.checking import wrong_field
from ui.people.consents_section import ConsentsSection
from ui.people.household_section import HouseholdSection
from ui.people.mentor_section import MentorSection
from ui.people.newcomer_section import NewcomerSection
from ui.people.person_section import (
    ContactSection,
    InterestsSection,
    NotesSection,
    PersonSection,
)
from ui.people.submission import FormChoices, Role, Submission
from ui.people.ties_field import TiesField
from ui.screen_pictures import leave_out
from ui.widgets.checks_field import ChecksField
from ui.widgets.form_dialog import FormDialog

Likeness: TypeAlias = tuple[str | int | None, ...]


class PersonDialog(FormDialog):
    """Registers somebody new (`file` is None) or changes what is known of somebody."""

    completed = Signal(object)
    """A `Submission` to be saved."""
    asks_likely = Signal(object, object)
    """Person and contact details so far: who is likely to be the same?"""
    asks_case_officers = Signal()
    """The newcomer's section is shown for the first time: who may be a case officer?"""
    asks_people = Signal(str)
    """Who has that name or number? Asked while somebody is sought whom to tie to the person."""
    open_other = Signal(object)
    """The id of somebody whose form is asked for instead."""

    def __init__(
        self,
        words: Words,
        today: date,
        role: Role,
        file: PersonFile | None,
        choices: FormChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, _title(words, role, file), parent=parent)
        self.setMinimumWidth(840)
        self._today = today
        self._start = file.registration if file else _blank(choices)
        self._inherited = _inherited(file)
        self._asked: deque[Likeness] = deque()
        self._answered: Likeness | None = None
        self._wants_to_save = False
        self._offered_case_officers = False
        self._build(words, role, file, choices)
        self._fill(role)
        self._said_likely = ""
        self.submitted.connect(self._hand_over)
        self.check_field = self._say_wrong
        if file is None:
            for field in (
                self.person.given_name,
                self.person.family_name,
                self.person.birth_year,
                self.contact.phone,
                self.contact.email,
            ):
                field.editingFinished.connect(self._ask_likely)

    # What the page answers

    def show_likely(self, others: Sequence[Person]) -> None:
        """The answer to the oldest question; when saving was waiting for it, go on or ask."""
        _ = self.words.text
        answered = self._asked.popleft()
        if answered != self._likeness():
            return
        self._answered = answered
        waiting, self._wants_to_save = self._wants_to_save, False
        if not others:
            if self.message_bar.text == self._said_likely:  # another message is still true
                self.message_bar.clear()
            if waiting:
                self.completed.emit(self.submission())
            return
        other = others[0]
        said = _("Registered already? %(name)s, number %(number)s") % {
            "name": _with_year(other),
            "number": other.number,
        }
        if len(others) > 1:
            said += " " + self.words.plural("and %(n)d more", "and %(n)d more", len(others) - 1)
        if waiting:
            said += ". " + _("If it is somebody else, save once more.")
            self.save_button.setEnabled(True)
        self._said_likely = said
        self.message_bar.info(said, (_("Open that one"), lambda: self.open_other.emit(other.id)))

    def offer_case_officers(self, mentors: Sequence[tuple[UUID, str]]) -> None:
        """Mentors who may also be somebody's case officer; read later than the rest."""
        dirty = self.dirty
        self.newcomer.offer_case_officers(mentors)
        if not dirty:
            self.start_afresh()

    def offer_people(self, text: str, people: Sequence[Person]) -> None:
        """The answer to `asks_people`."""
        self.ties.offer_people(text, people)

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = ""
        if isinstance(refused, InvalidField | ProtectedLocation):
            field = self._row_of(refused.field)
        self.refuse(explain(self.words, refused), field)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_roles()

    # Reading the form

    def submission(self) -> Submission:
        """What the fields say."""
        held = self._start
        person = self.interests.read(self.person.read(held.person))
        household_id, household = self.household.read()
        person = replace(
            person,
            shares=self.contact.shares.value(),
            household_id=household_id,
            notes=self.notes.notes.value(),
        )
        roles = self.roles.value()
        return Submission(
            Registration(
                person=person,
                details=self.contact.read(held.details),
                mentor=self.mentor.read(self._mentor) if Role.MENTOR in roles else None,
                newcomer=self.newcomer.read(self._newcomer) if Role.NEWCOMER in roles else None,
                consents=self.consents.read(person.id, self._today),
            ),
            household,
            self.ties.changes(),
        )

    # Inside

    def _build(
        self, words: Words, role: Role, file: PersonFile | None, choices: FormChoices
    ) -> None:
        _ = words.text
        held, history = self._start, file.history if file else ()
        self._mentor = held.mentor or Mentor(person_id=held.person.id, registered_on=self._today)
        self._newcomer = held.newcomer or Newcomer(
            person_id=held.person.id, registered_on=self._today
        )
        self.person = PersonSection(self, words, self._today)
        self.contact = ContactSection(self, words)
        self.interests = InterestsSection(self, words)
        self.add_group(_("Roles"))
        self.roles = ChecksField([(Role.MENTOR, _("Mentor")), (Role.NEWCOMER, _("Newcomer"))])
        self.add_row(
            "roles",
            _("Registered as"),
            self.roles,
            _("One person can be both. A role ends with its status; it is not taken away."),
        )
        self.mentor = MentorSection(
            self,
            words,
            self._today,
            self._mentor,
            choices,
            [change for change in history if change.subject == "mentor"],
        )
        self.newcomer = NewcomerSection(
            self,
            words,
            self._today,
            self._newcomer,
            choices,
            [change for change in history if change.subject == "newcomer"],
        )
        members = [name for _id, name in file.members] if file else []
        self.household = HouseholdSection(
            self, words, choices.households, members, self.person.family_name.value
        )
        self.add_group(
            _("Must not be paired with"),
            _("For example relatives, or landlord and tenant. It holds both ways."),
        )
        self.ties = TiesField(words, self._start.person.id)
        self.add_row("ties", _("People"), self.ties)
        self.ties.show_ties(file.ties if file else ())
        self.ties.asks_people.connect(self.asks_people)
        self.consents = ConsentsSection(self, words, self._today)
        self.notes = NotesSection(self, words)

    def _fill(self, role: Role) -> None:
        held = self._start
        self.person.show(held.person)
        self.contact.show(held.details, held.person.shares)
        self.interests.show(held.person)
        self.household.show(held.person.household_id)
        self.consents.show(held.consents)
        self.notes.notes.set_value(held.person.notes)
        has = {Role.MENTOR: held.mentor is not None, Role.NEWCOMER: held.newcomer is not None}
        self.roles.set_value([one for one in Role if has[one] or one is role])
        self.roles.lock(one for one in Role if has[one])
        self.roles.changed.connect(self._show_roles)
        self.person.protection.changed.connect(self._protect)
        self._show_roles()
        self._protect()

    def _show_roles(self) -> None:
        roles = self.roles.value()
        self.mentor.set_visible(Role.MENTOR in roles)
        self.newcomer.set_visible(Role.NEWCOMER in roles)
        if Role.NEWCOMER in roles and self.isVisible() and not self._offered_case_officers:
            self._offered_case_officers = True
            self.asks_case_officers.emit()

    def _protect(self) -> None:
        level = strictest((self.person.protection.value(), self._inherited))
        self.contact.close(level is Protection.STRICT)
        self.contact.withhold(level is not Protection.NONE)
        leave_out(self, left_out=level is not Protection.NONE)

    def _hand_over(self) -> None:
        if self._start.person.number == 0 and self._answered != self._likeness():
            self._wants_to_save = True
            self._ask_likely()
            return
        self.completed.emit(self.submission())

    def _ask_likely(self) -> None:
        likeness = self._likeness()
        if likeness == self._answered or likeness in self._asked:
            return
        self._asked.append(likeness)
        held = self._start
        self.asks_likely.emit(self.person.read(held.person), self.contact.read(held.details))

    def _likeness(self) -> Likeness:
        """All that decides whether two people are likely the same."""
        return (
            self.person.given_name.value(),
            self.person.family_name.value(),
            self.person.birth_year.year(),
            self.contact.phone.value(),
            self.contact.email.value(),
            self.contact.country.value(),
        )

    def _say_wrong(self, name: str) -> str:
        wrong = wrong_field(self.submission().registration, name, self._today)
        return explain(self.words, wrong) if wrong is not None else ""

    def _row_of(self, field: str) -> str:
        """The row of a domain field; those both roles have belong to the role that is wrong."""
        if self._has_row(field):
            return field
        mentor = self.submission().registration.mentor
        if mentor is not None and self._has_row(f"mentor.{field}"):
            try:
                check_mentor(mentor, self._today)
            except InvalidField as wrong:
                if wrong.field == field:
                    return f"mentor.{field}"
        return f"newcomer.{field}"

    def _has_row(self, name: str) -> bool:
        try:
            self.field(name)
        except KeyError:
            return False
        return True


def _title(words: Words, role: Role, file: PersonFile | None) -> str:
    """No name: window titles are seen by whoever looks at the task bar."""
    _ = words.text
    if file is None:
        return _("New mentor") if role is Role.MENTOR else _("New newcomer")
    return _("Person %(number)s") % {"number": file.registration.person.number}


def _blank(choices: FormChoices) -> Registration:
    person = Person(given_name="", letter_language=choices.letter_language)
    return Registration(person, ContactDetails(person_id=person.id, country=choices.country))


def _inherited(file: PersonFile | None) -> Protection:
    """The protection that comes from the household, not from the person."""
    if file is None or file.registration.person.protection is file.protection:
        return Protection.NONE
    return file.protection


def _with_year(person: Person) -> str:
    return f"{person.name} ({person.birth_year})" if person.birth_year else person.name
