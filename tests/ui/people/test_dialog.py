from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations import offices, people
from mentorapp.operations.people import PersonFile
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.clipboard import is_withheld
from ui.people.dialog import PersonDialog
from ui.people.mentors_page import MentorsPage
from ui.people.newcomers_page import NewcomersPage

Form = Callable[[QWidget], PersonDialog]
Keys = Callable[[str], None]


def file_of(office: PairsOffice, name: str) -> PersonFile:
    def read(tx: Any) -> PersonFile:
        found = [one for one in people.search(tx, name) if one.name == name]
        return people.read(tx, found[0].id, TODAY)

    found: PersonFile = office.read(read)
    return found


def save(qtbot: QtBot, dialog: PersonDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def problems(dialog: PersonDialog) -> list[str]:
    return [
        label.text()
        for label in dialog.findChildren(QLabel, "problem")
        if label.isVisibleTo(dialog) and label.text()
    ]


def test_a_mentor_is_registered_with_the_keyboard_alone(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    mentors_page.table.setFocus()
    qtbot.keyClick(mentors_page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = the_form(mentors_page)
    keys("Ragnhild\tØstby\t\t\t1988\t\t\t\t")
    keys("918 27 364\tragnhild@example.no\tStorgata 4\t8200\t")
    assert dialog.contact.postal_code.note.text() == "Fauske"
    dialog.interests.languages.setFocus()
    keys("Norwegian\n")
    keys("m")  # the level: mother tongue
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    file = file_of(pairs_office, "Ragnhild Østby")
    person, details = file.registration.person, file.registration.details
    assert person.birth_year == 1988
    assert person.number > 0
    assert person.languages == {Spoken("no", Level.NATIVE)}
    assert (details.phone, details.postal_code) == ("+4791827364", "8200")
    assert file.registration.mentor is not None
    assert file.registration.newcomer is None
    qtbot.waitUntil(lambda: mentors_page.model.rowCount() == 6)
    assert f"number {person.number}" in mentors_page.message_bar.text
    selected = mentors_page.table.current_row()
    assert selected is not None
    assert selected.name == "Ragnhild Østby"


def test_the_form_proposes_letters_in_the_language_of_the_office(
    newcomers_page: NewcomersPage, the_form: Form, pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), language="nn"))

    newcomers_page.new_person()

    assert the_form(newcomers_page).person.letter_language.value() == "nn"


def test_a_name_is_enough_to_register_a_newcomer(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    the_form: Form,
    keys: Keys,
    pairs_office: PairsOffice,
) -> None:
    newcomers_page.new_person()
    dialog = the_form(newcomers_page)
    keys("محمود")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    newcomer = file_of(pairs_office, "محمود").registration.newcomer
    assert newcomer is not None
    assert newcomer.status is NewcomerStatus.REGISTERED
    assert newcomer.registered_on == TODAY


def test_a_refusal_stands_at_its_field_and_loses_nothing(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys
) -> None:
    mentors_page.new_person()
    dialog = the_form(mentors_page)
    keys("Ragnhild\tØstby")
    dialog.contact.phone.setFocus()
    keys("918\t\t\t0042")
    dialog.notes.notes.set_value("Ring etter kl. 16")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(problems(dialog)))
    assert problems(dialog) == [
        "Phone is not a phone number: “918”.",
        "Postal code “0042” does not exist.",
    ]
    assert dialog.contact.phone.hasFocus()
    dialog.contact.phone.set_value("918 27 364")
    save(qtbot, dialog)
    assert problems(dialog) == ["Postal code “0042” does not exist."]
    assert dialog.contact.postal_code.hasFocus()
    assert dialog.person.family_name.value() == "Østby"
    assert dialog.notes.notes.value() == "Ring etter kl. 16"
    dialog.start_afresh()


def test_what_is_wrong_is_said_as_one_leaves_the_field_and_goes_when_it_is_mended(
    mentors_page: MentorsPage, the_form: Form, keys: Keys
) -> None:
    mentors_page.new_person()
    dialog = the_form(mentors_page)
    keys("\t")
    assert problems(dialog) == []  # an empty field one only walks past is not scolded
    dialog.contact.phone.setFocus()
    keys("918")
    assert problems(dialog) == []
    keys("\t")
    assert problems(dialog) == ["Phone is not a phone number: “918”."]
    assert dialog.contact.email.hasFocus()
    dialog.contact.phone.setFocus()
    keys("27364")
    assert problems(dialog) == []
    dialog.start_afresh()


def test_languages_and_interests_are_typed_one_after_the_other_without_a_mouse(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys
) -> None:
    mentors_page.new_person()
    dialog = the_form(mentors_page)
    spoken = dialog.interests.languages
    spoken.setFocus()
    keys("Norwegian\nm\n")  # Enter at the level goes back to the line and saves nothing
    assert spoken.edit.hasFocus()
    keys("Somali\n")
    assert spoken.value() == (("no", "native"), ("so", "B1"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert spoken.value() == (("no", "native"),)
    keys("Somalix\t")  # left in the line it would be lost without a word
    assert problems(dialog) == ["Choose one from the list: “Somalix” is not one of them."]
    assert dialog.isVisible()
    dialog.start_afresh()


def test_a_name_of_300_characters_is_refused_in_words(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form
) -> None:
    mentors_page.new_person()
    dialog = the_form(mentors_page)
    dialog.person.given_name.set_value("A" * 300)
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: problems(dialog) == ["First name is too long: at most 200 characters."])
    assert len(dialog.person.given_name.value()) == 300
    dialog.start_afresh()


def test_a_date_in_2062_is_refused_at_the_mentors_own_field(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form
) -> None:
    mentors_page.new_person()
    dialog = the_form(mentors_page)
    dialog.person.given_name.set_value("Ragnhild")
    dialog.mentor.registered_on.setText("3.11.2062")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(problems(dialog)))
    assert problems(dialog) == ["Registered on lies in the future: “3 Nov 2062”."]
    assert dialog.mentor.registered_on.hasFocus()
    dialog.start_afresh()


def test_a_strictly_confidential_address_empties_and_locks_what_tells_the_place(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    the_form: Form,
    keys: Keys,
    pairs_office: PairsOffice,
) -> None:
    newcomers_page.new_person()
    dialog = the_form(newcomers_page)
    keys("Skjult")
    dialog.contact.phone.set_value("918 27 364")
    dialog.contact.address.set_value("Hemmeligveien 7")
    choose(dialog, Protection.STRICT)
    assert dialog.contact.phone.value() == ""
    assert not dialog.contact.address.isEnabled()
    assert "reached through the office" in dialog.contact.why_closed.text()
    assert dialog.contact.why_closed.isVisibleTo(dialog)
    choose(dialog, Protection.CONFIDENTIAL)
    assert dialog.contact.phone.value() == "918 27 364"
    assert dialog.contact.not_copied.isVisibleTo(dialog)
    assert is_withheld(dialog.contact.address)
    choose(dialog, Protection.NONE)
    assert dialog.contact.not_copied.isHidden()
    assert not is_withheld(dialog.contact.address)
    choose(dialog, Protection.STRICT)
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    file = file_of(pairs_office, "Skjult")
    assert file.protection is Protection.STRICT
    assert file.registration.details.is_empty


def choose(dialog: PersonDialog, protection: Protection) -> None:
    dialog.person.protection.set_value(protection)
    dialog.person.protection.changed.emit()


def test_somebody_likely_registered_already_is_shown_before_saving(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    the_form: Form,
    keys: Keys,
    pairs_office: PairsOffice,
) -> None:
    newcomers_page.new_person()
    dialog = the_form(newcomers_page)
    keys("Tesfay\tHaile")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: "Registered already? Tesfay Haile (1986)" in dialog.message_bar.text)
    assert "save once more" in dialog.message_bar.text
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.open_other) as asked:
        qtbot.mouseClick(dialog.message_bar.button, Qt.MouseButton.LeftButton)
    assert asked.args == [file_of(pairs_office, "Tesfay Haile").registration.person.id]
    other = the_form(dialog)
    assert other.person.family_name.value() == "Haile"
    other.reject()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.waitUntil(
        lambda: sum(row.name == "Tesfay Haile" for row in newcomers_page.model.all_rows()) == 2
    )


def test_a_new_household_is_saved_with_its_first_member(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    the_form: Form,
    keys: Keys,
    pairs_office: PairsOffice,
) -> None:
    newcomers_page.new_person()
    dialog = the_form(newcomers_page)
    keys("Sara\tTesfay")
    assert not dialog.household.label.isVisibleTo(dialog)
    dialog.household.household.set_value("new")
    dialog.household.household.changed.emit()
    assert dialog.household.label.value() == "Tesfay"
    dialog.household.child_bands.set_value({ChildBand.NURSERY})
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    household = file_of(pairs_office, "Sara Tesfay").household
    assert household is not None
    assert (household.label, household.child_bands) == ("Tesfay", frozenset({ChildBand.NURSERY}))


def test_one_person_takes_on_the_other_role_as_well(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    mentors_page.open_person(file_of(pairs_office, "Per Gjøvåg").registration.person.id)
    dialog = the_form(mentors_page)
    assert dialog.mentor.capacity.isVisibleTo(dialog)
    assert not dialog.newcomer.goal.isVisibleTo(dialog)
    dialog.roles.set_value(["mentor", "newcomer"])
    assert dialog.newcomer.goal.isVisibleTo(dialog)
    dialog.newcomer.goal.set_value("Lære dansk")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    held = file_of(pairs_office, "Per Gjøvåg").registration
    assert held.newcomer is not None
    assert held.newcomer.goal == "Lære dansk"
    assert held.mentor is not None


def test_what_was_stored_comes_back_unchanged_when_nothing_is_typed(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    before = file_of(pairs_office, "Åse Lærum").registration
    mentors_page.open_person(before.person.id)
    dialog = the_form(mentors_page)
    assert dialog.submission().registration == before
    assert not dialog.dirty


def test_the_window_title_names_nobody(
    mentors_page: MentorsPage, the_form: Form, pairs_office: PairsOffice
) -> None:
    person = file_of(pairs_office, "Åse Lærum").registration.person
    mentors_page.open_person(person.id)
    title = the_form(mentors_page).windowTitle()
    assert title == f"Person {person.number}"


def test_a_status_is_chosen_in_the_form_and_kept_in_the_history(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    mentors_page.open_person(file_of(pairs_office, "Åse Lærum").registration.person.id)
    dialog = the_form(mentors_page)
    dialog.mentor.status.set_value(MentorStatus.PAUSED)
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    history = file_of(pairs_office, "Åse Lærum").history
    assert [change.status for change in history] == ["approved", "paused"]
