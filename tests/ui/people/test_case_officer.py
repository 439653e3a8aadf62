from dataclasses import replace

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.operations import people
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.people.test_dialog import Form, file_of, save
from ui.people.newcomers_page import NewcomersPage


def test_a_mentor_is_chosen_as_case_officer_and_kept(
    newcomers_page: NewcomersPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    officer = file_of(pairs_office, "Per Gjøvåg").registration.person.id
    tesfay = file_of(pairs_office, "Tesfay Haile").registration.person.id
    newcomers_page.open_person(tesfay)
    dialog = the_form(newcomers_page)
    qtbot.waitUntil(lambda: dialog.newcomer.case_officer_id.count() == 6)
    assert not dialog.dirty
    dialog.newcomer.case_officer_id.set_value(officer)
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    stored = file_of(pairs_office, "Tesfay Haile").registration
    assert stored.newcomer is not None
    assert stored.newcomer.case_officer_id == officer

    newcomers_page.open_person(tesfay)
    again = the_form(newcomers_page)
    qtbot.waitUntil(lambda: again.newcomer.case_officer_id.count() == 6)
    assert again.submission().registration == stored


def test_a_case_officer_who_is_no_mentor_is_kept(
    newcomers_page: NewcomersPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    officer = file_of(pairs_office, "Ali Hassan").registration.person.id
    tesfay = file_of(pairs_office, "Tesfay Haile").registration
    assert tesfay.newcomer is not None
    newcomer = replace(tesfay.newcomer, case_officer_id=officer)
    with pairs_office.database.write("Test") as tx:
        people.save(tx, replace(tesfay, newcomer=newcomer), TODAY)

    newcomers_page.open_person(tesfay.person.id)
    dialog = the_form(newcomers_page)
    field = dialog.newcomer.case_officer_id
    qtbot.waitUntil(lambda: field.count() == 7)
    assert field.currentText().startswith("Ali Hassan")
    assert not dialog.dirty
    dialog.newcomer.goal.set_value("Find work")
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    stored = file_of(pairs_office, "Tesfay Haile").registration.newcomer
    assert stored is not None
    assert (stored.goal, stored.case_officer_id) == ("Find work", officer)


def test_a_case_officer_who_is_not_found_any_more_is_kept(
    newcomers_page: NewcomersPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    registration = file_of(pairs_office, "Tesfay Haile").registration
    officer = file_of(pairs_office, "Ali Hassan").registration.person.id
    assert registration.newcomer is not None
    newcomer = replace(registration.newcomer, case_officer_id=officer)
    with pairs_office.database.write("Test") as tx:
        people.save(tx, replace(registration, newcomer=newcomer), TODAY)
    newcomers_page.open_person(registration.person.id)
    dialog = the_form(newcomers_page)

    dialog.offer_case_officers([])

    assert dialog.newcomer.case_officer_id.value() == officer
    assert not dialog.dirty
