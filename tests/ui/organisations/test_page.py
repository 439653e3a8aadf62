from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.organisations import ContactPerson, Organisation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.operations import Transaction, organisations
from mentorapp.storage import records
from tests.ui.pairs_office import PairsOffice
from ui.organisations.dialog import OrganisationDialog
from ui.organisations.page import OrganisationsPage


def form(page: OrganisationsPage, qtbot: QtBot) -> OrganisationDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(OrganisationDialog)))
    dialog = next(one for one in page.findChildren(OrganisationDialog) if one.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


def save(dialog: OrganisationDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def problems(dialog: OrganisationDialog) -> list[str]:
    return [
        label.text()
        for label in dialog.findChildren(QLabel, "problem")
        if label.isVisibleTo(dialog) and label.text()
    ]


def stored(office: PairsOffice, name: str) -> Organisation:
    def read(tx: Transaction) -> Organisation:
        found = next(row for row in organisations.rows(tx) if row.name == name)
        return organisations.read(tx, found.id)

    found: Organisation = office.read(read)
    return found


def test_promised_and_present_mentors_stand_against_each_other(page: OrganisationsPage) -> None:
    shown = [str(page.model.index(0, column).data()) for column in range(6)]
    assert shown[0] == "Fjordvik <b>Verft</b>"
    assert shown[3] == "0 of 3"
    assert shown[5] == "Ida Sørvoll"


def test_filters_find_those_who_owe_mentors_and_those_whose_agreement_ended(
    page: OrganisationsPage,
) -> None:
    field = page.filter_bar.filters[1]
    for key in ("short", "over"):
        field.set_value(key)
        assert [row.name for row in page.model.shown_rows()] == ["Fjordvik <b>Verft</b>"]


def test_the_card_shows_the_contact_person_as_plain_text(
    page: OrganisationsPage, qtbot: QtBot
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.waitUntil(
        lambda: any("Daglig leder" in one.text() for one in page.details.findChildren(QLabel))
    )
    labels = page.details.findChildren(QLabel)
    assert page.details.heading.text() == "Fjordvik <b>Verft</b>"
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels if isValid(one))


def test_an_organisation_is_registered_with_its_contact_person(
    page: OrganisationsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    dialog = form(page, qtbot)
    qtbot.keyClicks(dialog.name, "Havblikk AS")
    qtbot.keyClicks(dialog.registration_number, "974 760 673")
    qtbot.keyClicks(dialog.postal_code, "8200")
    assert dialog.postal_code.note.text() == "Fauske"
    name, role, phone, email, _remove = dialog.contact_persons._lines[0]
    for field, text in ((name, "Eli Marken"), (role, "Leder"), (phone, "91827364")):
        qtbot.keyClicks(field, text)
    qtbot.keyClicks(email, "eli@example.no")
    qtbot.keyClicks(dialog.agreement_from, "1.2.26")
    dialog.interests.set_value(["fishing"])
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: not isValid(dialog))
    organisation = stored(pairs_office, "Havblikk AS")
    assert organisation.registration_number == "974760673"
    assert organisation.agreement_from == date(2026, 2, 1)
    assert organisation.interests == frozenset({"fishing"})
    assert organisation.contact_persons == (
        ContactPerson("Eli Marken", "Leder", "+4791827364", "eli@example.no"),
    )
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert f"number {organisation.number}" in page.message_bar.text


def test_a_wrong_check_digit_is_refused_at_its_field_and_nothing_is_lost(
    page: OrganisationsPage, qtbot: QtBot
) -> None:
    page.new_organisation()
    dialog = form(page, qtbot)
    qtbot.keyClicks(dialog.name, "Havblikk AS")
    qtbot.keyClicks(dialog.registration_number, "974760674")
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: bool(problems(dialog)))
    assert "check digit" in problems(dialog)[0]
    assert dialog.registration_number.hasFocus()
    assert dialog.name.value() == "Havblikk AS"
    dialog.start_afresh()


def test_a_contact_person_without_a_name_or_with_half_a_number_is_said_so(
    page: OrganisationsPage, qtbot: QtBot
) -> None:
    page.new_organisation()
    dialog = form(page, qtbot)
    dialog.name.set_value("Havblikk AS")
    name, _role, phone, _email, _remove = dialog.contact_persons._lines[0]
    qtbot.keyClicks(phone, "918")
    save(dialog, qtbot)
    assert problems(dialog) == ["A contact person needs a name."]
    qtbot.keyClicks(name, "Eli")
    save(dialog, qtbot)
    assert problems(dialog) == ["“918” is not a phone number."]
    dialog.start_afresh()


def test_a_deleted_organisation_comes_back_with_undo(page: OrganisationsPage, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.mouseClick(page.message_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_what_was_stored_comes_back_unchanged_when_nothing_is_typed(
    page: OrganisationsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    before = stored(pairs_office, "Fjordvik <b>Verft</b>")
    page.open_organisation(before.id)
    dialog = form(page, qtbot)
    assert dialog.organisation() == before
    assert not dialog.dirty


def card(page: OrganisationsPage) -> list[str]:
    labels = page.details.findChildren(QLabel)
    return [label.text() for label in labels if isValid(label) and label.isVisible()]


def test_what_an_organisation_asks_of_newcomers_is_kept_and_told_in_words(
    page: OrganisationsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.open_organisation(stored(pairs_office, "Fjordvik <b>Verft</b>").id)
    dialog = form(page, qtbot)
    dialog.only_gender.set_value(Gender.WOMAN)
    dialog.only_age_bands.set_value({AgeBand.FROM_26, AgeBand.FROM_18})
    dialog.only_own_occupations.set_value(True)
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: problems(dialog) == ["Occupations offered is missing."])
    dialog.occupations.set_value(["it"])
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: not isValid(dialog))
    kept = stored(pairs_office, "Fjordvik <b>Verft</b>")
    assert kept.only_gender is Gender.WOMAN
    assert kept.only_age_bands == {AgeBand.FROM_18, AgeBand.FROM_26}
    assert kept.only_own_occupations
    told = "Women\nOf age 18–25, 26–35\nWho want to work in the fields it offers"
    qtbot.waitUntil(lambda: told in card(page))


def test_an_organisation_behind_its_promise_is_told_in_a_sentence(
    page: OrganisationsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    verft = stored(pairs_office, "Fjordvik <b>Verft</b>")

    def send(*names: str, status: MentorStatus) -> None:
        with pairs_office.database.write("Test") as tx:
            for name in names:
                mentor = records.get(tx, Mentor, pairs_office.mentors[name])
                records.amend(tx, replace(mentor, organisation_id=verft.id, status=status))
        page.refresh()

    page.table.select_row(verft.id)
    qtbot.waitUntil(
        lambda: "Fjordvik <b>Verft</b> promised 3 mentors, none is approved." in card(page)
    )
    send("Kari Nordmann", status=MentorStatus.APPROVED)
    send("Bjørn Håkonsen", "Åse Lærum", status=MentorStatus.PAUSED)
    qtbot.waitUntil(
        lambda: "Fjordvik <b>Verft</b> promised 3 mentors, 1 is approved." in card(page)
    )
    assert "3 promised, 1 is approved, 2 more are registered" in card(page)
    assert page.model.index(0, 3).data() == "1 of 3"
    send("Bjørn Håkonsen", "Åse Lærum", status=MentorStatus.APPROVED)
    qtbot.waitUntil(lambda: "3 promised, 3 are approved" in card(page))
    assert not any("promised 3 mentors" in text for text in card(page))


def test_an_organisation_with_low_threshold_jobs_is_marked_and_found_by_the_filter(
    page: OrganisationsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    first_jobs = page.filter_bar.filters[2]
    first_jobs.set_value(True)
    assert page.model.shown_rows() == []
    page.open_organisation(stored(pairs_office, "Ørnes kommune").id)
    dialog = form(page, qtbot)
    dialog.low_threshold.setChecked(True)
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert stored(pairs_office, "Ørnes kommune").low_threshold
