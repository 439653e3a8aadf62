from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.newcomers import ResidenceBasis
from mentorapp.domain.protection import Protection
from mentorapp.words import Words
from ui.people.dialog import PersonDialog
from ui.people.newcomers_page import NewcomersPage
from ui.widgets.list_filter import ListFilter


def test_markup_in_a_name_is_shown_as_it_was_typed(
    newcomers_page: NewcomersPage, qtbot: QtBot
) -> None:
    row = next(row for row in newcomers_page.model.shown_rows() if "Amina" in row.name)
    newcomers_page.table.select_row(row.person_id)
    heading = newcomers_page.details.heading
    assert heading.text() == "<b>Amina</b> Yusuf"
    assert heading.textFormat() is Qt.TextFormat.PlainText
    qtbot.waitUntil(lambda: not newcomers_page._reading.isActive())
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText
        for label in newcomers_page.details.findChildren(QLabel)
    )


def test_the_strictly_confidential_have_no_place_in_the_list(newcomers_page: NewcomersPage) -> None:
    hidden = [
        row for row in newcomers_page.model.all_rows() if row.protection is not Protection.NONE
    ]
    assert {row.name for row in hidden} == {"Hidden Person", "Careful Person"}
    assert not any(row.place or row.municipality or row.phone for row in hidden)


def test_the_filter_of_municipalities_offers_nothing_about_the_protected(
    newcomers_page: NewcomersPage,
) -> None:
    field = newcomers_page._municipality
    assert [name for _key, name in field.choices] == ["Fauske"]
    field.set_value("Fauske")
    assert not any(
        row.protection is not Protection.NONE for row in newcomers_page.model.shown_rows()
    )


def test_those_who_wait_are_counted_and_their_days_shown(newcomers_page: NewcomersPage) -> None:
    assert newcomers_page.count.text() == "7 registered · 6 to be paired"
    shown = {
        row.name: str(newcomers_page.model.index(at, 4).data())
        for at, row in enumerate(newcomers_page.model.shown_rows())
    }
    assert shown["Tesfay Haile"] == "102 days"
    assert shown["Ali Hassan"] == ""


def test_when_and_why_somebody_came_is_typed_and_those_of_long_ago_are_found(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    english: Words,
    the_form: Callable[[QWidget], PersonDialog],
) -> None:
    row = next(row for row in newcomers_page.model.shown_rows() if row.name == "Tesfay Haile")
    newcomers_page.open_person(row.person_id)
    dialog = the_form(newcomers_page)
    assert dialog.newcomer.arrived_year.number() is None
    dialog.newcomer.arrived_year.set_number(2014)
    dialog.newcomer.residence_basis.set_value(ResidenceBasis.WORK)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not isValid(dialog))

    def shown(field: ListFilter, value: object) -> list[str]:
        field.set_value(value)
        return [row.name for row in newcomers_page.model.shown_rows()]

    arrival = newcomers_page.filter_bar.filters[-1]
    keys = {text: key for key, text in arrival.choices}
    qtbot.waitUntil(lambda: shown(arrival, keys["5 years ago or more"]) == ["Tesfay Haile"])
    assert len(shown(arrival, None)) == 7
    assert shown(arrival, keys["Reason: work"]) == ["Tesfay Haile"]
    assert len(shown(arrival, keys["Reason: not given"])) == 6
