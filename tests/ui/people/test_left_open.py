"""Forms of people that are closed, or cut off, with something typed in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.protection import Protection
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import people, unfinished_forms
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.people.dialog import PersonDialog
from ui.people.newcomers_page import NewcomersPage
from ui.widgets import form_keeping
from ui.widgets.left_open_bar import LeftOpenBar
from ui.widgets.versions_dialog import Version, VersionsDialog
from ui.work import Worker

Form = Callable[[QWidget], PersonDialog]
Keys = Callable[[str], None]
Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept as soon as the window has nothing else to do."""
    monkeypatch.setattr(form_keeping, "PAUSE_MS", 0)


def kept(office: PairsOffice) -> list[UnfinishedForm]:
    found: list[UnfinishedForm] = office.read(unfinished_forms.all_forms)
    return found


def open_new(page: NewcomersPage, the_form: Form) -> PersonDialog:
    page.new_person()
    return the_form(page)


def open_ali(page: NewcomersPage, office: PairsOffice, the_form: Form) -> PersonDialog:
    person = office.file().row.newcomer_person_id
    page.open_person(person)
    return the_form(page)


def offer_of(dialog: PersonDialog, qtbot: QtBot) -> LeftOpenBar:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(LeftOpenBar)))
    return dialog.findChildren(LeftOpenBar)[0]


def test_what_is_typed_is_in_the_office_file_while_the_form_is_open(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    worker: Worker,
) -> None:
    dialog = open_new(newcomers_page, the_form)
    with qtbot.assertNotEmitted(worker.changed):
        keys("Sahra\tGuled")
        qtbot.waitUntil(lambda: [form.contents for form in kept(pairs_office)] == [TYPED])
    assert not worker.history.can_undo
    dialog.leave()


TYPED = {"given_name": "Sahra", "family_name": "Guled"}


def test_a_closed_form_is_kept_without_a_question_and_offered_when_it_is_opened_again(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    settle: Settle,
) -> None:
    dialog = open_new(newcomers_page, the_form)
    keys("Sahra\tGuled")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    freed(qtbot, dialog)
    assert "What you typed is kept." in newcomers_page.message_bar.text
    again = open_new(newcomers_page, the_form)
    offer_of(again, qtbot).go_on_button.click()
    assert (again.person.given_name.value(), again.person.family_name.value()) == ("Sahra", "Guled")
    again.save()
    freed(qtbot, again)
    settle()
    assert kept(pairs_office) == []
    assert any(row.name == "Sahra Guled" for row in newcomers_page.model.shown_rows())


def test_the_line_that_says_it_is_kept_can_discard_it(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    settle: Settle,
) -> None:
    dialog = open_new(newcomers_page, the_form)
    keys("Sahra")
    dialog.close()
    freed(qtbot, dialog)
    newcomers_page.message_bar.button.click()
    settle()
    assert kept(pairs_office) == []


def test_nothing_is_kept_of_a_form_in_which_everything_was_taken_back(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    settle: Settle,
) -> None:
    dialog = open_ali(newcomers_page, pairs_office, the_form)
    keys("Alli")
    qtbot.waitUntil(lambda: bool(kept(pairs_office)))
    dialog.person.given_name.set_value("Ali")
    dialog.close()
    freed(qtbot, dialog)
    settle()
    assert kept(pairs_office) == []
    assert newcomers_page.message_bar.text == ""


def test_every_field_of_the_form_comes_back(
    newcomers_page: NewcomersPage,
    the_form: Form,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    dialog = open_new(newcomers_page, the_form)
    dialog.person.given_name.set_value("Sahra")
    dialog.interests.languages.set_value([("so", "native"), ("no", "A2")])
    dialog.interests.interests.set_value(["fishing"])
    dialog.interests.availability.set_value([(0, 2), (6, 1)])
    dialog.household.household.write_back("new")
    dialog.household.label.set_value("Familien Guled")
    dialog.newcomer.max_distance_km.set_number(12)
    dialog.newcomer.needs_interpreter.setChecked(True)
    line = next(iter(dialog.consents.lines.values()))
    line.basis.setCurrentIndex(1)
    line.basis.activated.emit(1)
    line.given_on.setText("1.11.2026")
    before = dialog.contents()
    dialog.close()
    freed(qtbot, dialog)
    again = open_new(newcomers_page, the_form)
    offer_of(again, qtbot).go_on_button.click()
    assert again.contents() == before
    again.leave()
    settle()


def test_an_address_is_not_kept_for_a_level_that_was_only_typed(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    settle: Settle,
) -> None:
    dialog = open_new(newcomers_page, the_form)
    keys("Sahra")
    dialog.contact.address.set_value("Storgata 4")
    dialog.notes.notes.set_value("Bor hos søsteren i Fauske")
    dialog.newcomer.goal.set_value("Lære norsk")
    qtbot.waitUntil(lambda: any("address" in form.contents for form in kept(pairs_office)))
    dialog.person.protection.write_back(Protection.STRICT.value)
    dialog.close()
    freed(qtbot, dialog)
    settle()
    (form,) = kept(pairs_office)
    assert set(form.contents) == {"given_name", "protection", "newcomer.goal"}


def meanwhile(office: PairsOffice, **changes: Any) -> None:
    """Somebody else saves Ali, over a connection of his own."""
    with office.database.write("Mona") as tx:
        file = people.read(tx, office.file().row.newcomer_person_id, TODAY).registration
        people.save(tx, replace(file, person=replace(file.person, **changes)), TODAY)


def test_both_versions_are_shown_when_the_person_was_saved_meanwhile(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    settle: Settle,
) -> None:
    dialog = open_ali(newcomers_page, pairs_office, the_form)
    keys("Alli")
    dialog.notes.notes.set_value("Ring etter kl. 16")
    meanwhile(pairs_office, notes="Har fått jobb", occupation="kokk")
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(VersionsDialog)))
    choice = dialog.findChildren(VersionsDialog)[0]
    assert choice.chosen(Version.TYPED) == {"given_name"}
    assert choice.chosen(Version.SAVED) == {"occupation"}
    choice.save()  # the notes were changed by both: nobody chose yet
    assert choice.isVisible()
    assert pairs_office.file().row.newcomer_name == "Ali Hassan"
    qtbot.keyClick(choice.field("notes").focusProxy(), Qt.Key.Key_Space)
    choice.save()
    settle()
    assert not isValid(dialog)
    person = pairs_office.read(
        lambda tx: people.read(tx, pairs_office.file().row.newcomer_person_id, TODAY)
    ).registration.person
    assert (person.given_name, person.notes, person.occupation) == (
        "Alli",
        "Ring etter kl. 16",
        "kokk",
    )
    assert kept(pairs_office) == []
    assert "Saved" in newcomers_page.message_bar.text


def test_closing_the_choice_leaves_all_that_was_typed(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
) -> None:
    dialog = open_ali(newcomers_page, pairs_office, the_form)
    keys("Alli")
    meanwhile(pairs_office, given_name="Aliy")
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(VersionsDialog)))
    qtbot.keyClick(dialog.findChildren(VersionsDialog)[0], Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.person.given_name.value() == "Alli"
    assert pairs_office.file().row.newcomer_name == "Aliy Hassan"
    dialog.leave()


def test_going_on_with_a_form_of_somebody_saved_since_asks_which_counts(
    newcomers_page: NewcomersPage,
    the_form: Form,
    keys: Keys,
    qtbot: QtBot,
    pairs_office: PairsOffice,
) -> None:
    dialog = open_ali(newcomers_page, pairs_office, the_form)
    keys("Alli")
    dialog.notes.notes.set_value("Ring etter kl. 16")
    dialog.close()
    freed(qtbot, dialog)
    meanwhile(pairs_office, given_name="Aliy", occupation="kokk")
    again = open_ali(newcomers_page, pairs_office, the_form)
    offer_of(again, qtbot).go_on_button.click()
    choice = again.findChildren(VersionsDialog)[0]
    assert choice.chosen(Version.TYPED) | choice.chosen(Version.SAVED) == set()
    choice._all(Version.SAVED)
    choice.save()
    assert again.person.given_name.value() == "Aliy"
    assert again.notes.notes.value() == ""
    assert again.interests.occupation.value() == "kokk"
    again.leave()
