from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.schemes import Criterion, FollowUpKind, FollowUpPoint, SchemePart, Weight
from mentorapp.operations import offices, schemes
from tests.ui.pairs_office import PairsOffice
from ui.settings.office_dialog import OfficeDialog
from ui.settings.overview import scheme_columns
from ui.settings.page import SettingsPage
from ui.settings.scheme_dialog import SchemeDialog
from ui.widgets.form_dialog import FormDialog

D = TypeVar("D", bound=FormDialog)


def form(page: SettingsPage, kind: type[D]) -> D:
    return next(one for one in page.findChildren(kind) if one.isVisible())


def press(page: SettingsPage, text: str, qtbot: QtBot) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def problems(dialog: FormDialog) -> list[str]:
    return [
        label.text()
        for label in dialog.findChildren(QLabel, "problem")
        if label.isVisibleTo(dialog) and label.text()
    ]


def test_the_office_gets_its_letterhead_coordinators_and_signature(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    press(page, "Edit office", qtbot)
    dialog = form(page, OfficeDialog)
    qtbot.keyClicks(dialog.name, "Flyktningtjenesten")
    qtbot.keyClicks(dialog.postal_code, "8200")
    qtbot.keyClicks(dialog.phone, "75 60 40 00")
    dialog.letterhead.set_value("Fauske kommune\nFlyktningtjenesten")
    dialog.committee.set_value("Komité for oppvekst")
    dialog.coordinators.set_value("Ingrid Sætre\n\n Mona Hjelm ")
    dialog.days["red_days"].set_number(45)
    with qtbot.waitSignal(page.office_saved):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    office = pairs_office.read(offices.read)
    assert office.name == "Flyktningtjenesten"
    assert office.letterhead == "Fauske kommune\nFlyktningtjenesten"
    assert office.committee == "Komité for oppvekst"
    assert office.coordinators == ("Ingrid Sætre", "Mona Hjelm")
    assert (office.phone, office.red_days) == ("+4775604000", 45)
    qtbot.waitUntil(lambda: page.office.heading.text() == "Flyktningtjenesten")


def test_what_in_work_means_is_chosen_in_the_form_of_the_office(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    press(page, "Edit office", qtbot)
    dialog = form(page, OfficeDialog)
    assert dialog.work_least.value() == "1"
    dialog.work_least.set_value("mye")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "“in work” cannot be “0”" in "".join(problems(dialog)))
    dialog.work_least.set_value("17,5")
    dialog.subsidised_counts.set_value(False)
    with qtbot.waitSignal(page.office_saved):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    office = pairs_office.read(offices.read)
    assert (office.work_least_minutes, office.subsidised_counts) == (1050, False)


RED = "Days of silence: red cannot be “7”. Possible is 14–365."


def test_red_before_yellow_is_refused_at_its_field(page: SettingsPage, qtbot: QtBot) -> None:
    press(page, "Edit office", qtbot)
    dialog = form(page, OfficeDialog)
    dialog.days["red_days"].set_number(7)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: problems(dialog) == [RED])
    dialog.start_afresh()


def test_a_weight_is_chosen_in_words(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.tabs.setCurrentIndex(1)
    buddy = next(one for one in page.schemes.model.shown_rows() if one.key == "buddy")
    page.schemes.table.select_row(buddy.id)
    press(page, "Edit scheme", qtbot)
    dialog = form(page, SchemeDialog)
    qtbot.mouseClick(
        dialog.weights[Criterion.DISTANCE].buttons[Weight.OFF],
        Qt.MouseButton.LeftButton,
        pos=dialog.weights[Criterion.DISTANCE].buttons[Weight.OFF].rect().center() / 4,
    )
    qtbot.mouseClick(dialog.follow_up_points.add_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    saved = pairs_office.read(lambda tx: schemes.find(tx, "buddy"))
    assert saved.weight(Criterion.DISTANCE) is Weight.OFF
    assert saved.weight(Criterion.INTERESTS) is Weight.HIGH
    assert saved.follow_up_points == (
        *buddy.follow_up_points,
        FollowUpPoint(300, FollowUpKind.CALL),
    )


def test_a_scheme_may_be_silent_for_longer_than_the_office_says(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    buddy = pairs_office.read(lambda tx: schemes.find(tx, "buddy"))
    page._edit_scheme(buddy)
    dialog = form(page, SchemeDialog)
    assert dialog.silence["yellow_days"].number() is None
    dialog.silence["yellow_days"].setFocus()
    qtbot.keyClicks(dialog.silence["yellow_days"], "40")
    qtbot.keyClicks(dialog.silence["red_days"], "30")
    assert (dialog.scheme().yellow_days, dialog.scheme().red_days) == (40, 30)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Days of silence: red" in "".join(problems(dialog)))
    dialog.silence["red_days"].set_number(90)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    saved = pairs_office.read(lambda tx: schemes.find(tx, "buddy"))
    assert (saved.yellow_days, saved.red_days) == (40, 90)


def test_the_letters_of_a_scheme_are_chosen_by_name(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.tabs.setCurrentIndex(1)
    buddy = next(one for one in page.schemes.model.shown_rows() if one.key == "buddy")
    page.schemes.table.select_row(buddy.id)
    press(page, "Edit scheme", qtbot)
    dialog = form(page, SchemeDialog)
    assert dialog.letter_set.currentText() == "Full letters"
    qtbot.keyClicks(dialog.letter_set, "s")
    assert dialog.dirty
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert pairs_office.read(lambda tx: schemes.find(tx, "buddy")).letter_set == "short"
    column = next(one for one in scheme_columns(page._words) if one.title == "Letters")
    qtbot.waitUntil(
        lambda: (
            sorted(map(column.text, page.schemes.model.all_rows()))
            == ["Full letters"] * 4 + ["Short letters, one page"]
        )
    )


def test_a_set_that_no_longer_ships_shows_as_the_full_letters(
    page: SettingsPage,
) -> None:
    page._edit_scheme(replace(page.schemes.model.all_rows()[0], letter_set="gone"))
    dialog = form(page, SchemeDialog)
    assert dialog.letter_set.value() == "standard"
    assert not dialog.dirty
    dialog.reject()


def test_a_new_scheme_gets_a_key_from_its_name(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.tabs.setCurrentIndex(1)
    before = page.schemes.model.rowCount()
    press(page, "New scheme", qtbot)
    dialog = form(page, SchemeDialog)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: problems(dialog) == ["Name is missing."])
    qtbot.keyClicks(dialog.names.lines["nb"], "Nattvandring")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    saved = pairs_office.read(lambda tx: schemes.find(tx, "nattvandring"))
    assert saved.key == "nattvandring"
    assert saved.active
    qtbot.waitUntil(lambda: page.schemes.model.rowCount() == before + 1)


def test_a_scheme_comes_back_unchanged_when_nothing_is_typed(page: SettingsPage) -> None:
    for scheme in page.schemes.model.all_rows():
        page._edit_scheme(scheme)
        dialog = form(page, SchemeDialog)
        assert dialog.scheme() == scheme
        assert not dialog.dirty
        dialog.reject()


def test_another_language_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(page.language_changed) as asked:
        qtbot.keyClicks(page.language, "b")  # Bokmål
        page.language.activated.emit(page.language.currentIndex())
    assert asked.args == ["nb"]


def test_own_districts_are_typed_a_line_each_and_counted_in_the_overview(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    press(page, "Edit office", qtbot)
    dialog = form(page, OfficeDialog)
    dialog.districts.set_value("Sentrum: 8003-8009, 8012\nØvre by: 8003")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert problems(dialog) == ["Line 2: “8003” belongs to “Sentrum” already."]
    dialog.districts.set_value("Tverlandet: 8050\nSentrum: 8003-8009, 8012")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    stored = pairs_office.read(offices.read).districts
    assert list(stored.items()) == [("Tverlandet", "8050"), ("Sentrum", "8003-8009, 8012")]
    told = "2 districts: Tverlandet, Sentrum"
    qtbot.waitUntil(lambda: told in [one.text() for one in page.office.findChildren(QLabel)])
    press(page, "Edit office", qtbot)
    again = form(page, OfficeDialog)
    assert again.districts.value() == "Tverlandet: 8050\nSentrum: 8003-8009, 8012"
    assert not again.dirty


def test_the_codes_of_districts_are_those_of_the_offices_country(
    page: SettingsPage, qtbot: QtBot
) -> None:
    press(page, "Edit office", qtbot)
    dialog = form(page, OfficeDialog)
    dialog.districts.set_value("Indre by: 1000-1499")
    dialog.country.set_value("DK")
    dialog.country.changed.emit()
    assert dialog.districts.problem() == ""
    dialog.districts.set_value("Bodø: 8003-8004")
    assert dialog.districts.problem() == "Line 1: there is no postal code “8003-8004”."
    dialog.start_afresh()


def test_what_a_scheme_has_beside_pairs_is_ticked_in_its_form(
    page: SettingsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page._edit_scheme(pairs_office.read(lambda tx: schemes.find(tx, "buddy")))
    dialog = form(page, SchemeDialog)
    assert SchemePart.HOUSEHOLDS in dialog.parts.value()
    dialog.parts.set_value({SchemePart.DRIVING})
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    saved = pairs_office.read(lambda tx: schemes.find(tx, "buddy"))
    assert saved.parts == {SchemePart.DRIVING}


def test_the_form_of_a_scheme_shows_live_what_its_weights_do(
    qtbot: QtBot, page: SettingsPage, pairs_office: PairsOffice
) -> None:
    at = next(
        row
        for row in range(page.schemes.model.rowCount())
        if page.schemes.model.row(row).key == "buddy"
    )
    page.schemes.table.setCurrentIndex(page.schemes.model.index(at, 0))
    page._edit_scheme(page.schemes.model.row(at))
    dialog = scheme_form(qtbot, page)
    panel = dialog.panel
    assert "Of the score: " in panel.shares.text()
    qtbot.waitUntil(lambda: "best (" in panel.example.text())
    before = panel.shares.text()
    for field in dialog.weights.values():
        field.set_value(Weight.OFF)
    assert panel.shares.text() == "Nothing counts: everybody fits equally well."
    qtbot.waitUntil(lambda: "With these weights" in panel.example.text())
    assert panel.shares.text() != before
    with pairs_office.database.read() as tx:
        stored = schemes.find(tx, "buddy")
    assert Weight.MUST.value in stored.weights.values()
    dialog.start_afresh()
    dialog.reject()


def test_a_new_scheme_has_shares_and_no_example(qtbot: QtBot, page: SettingsPage) -> None:
    page._new_scheme()
    dialog = scheme_form(qtbot, page)
    assert "Of the score: " in dialog.panel.shares.text()
    assert not dialog.panel.example.isVisible()
    dialog.reject()


def scheme_form(qtbot: QtBot, page: SettingsPage) -> SchemeDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(SchemeDialog)))
    return next(one for one in page.findChildren(SchemeDialog) if one.isVisible())
