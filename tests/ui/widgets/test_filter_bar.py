import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.chips import Chip
from ui.widgets.filter_popup import FilterPopup
from ui.widgets.list_filter import ListFilter
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table import Column, TableModel

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TOWNS = ["Bodø waiting", "Bodø paired", "Fauske waiting", "Fauske paired", "Ålesund waiting"]


@pytest.fixture
def page(qtbot: QtBot, words: Words) -> ListPage[str]:
    made = ListPage(
        words, "Newcomers", TableModel([Column[str]("Name", str)], "nb"), EmptyList("None", "")
    )
    made.add_filter(
        "Place",
        "All places",
        [("Bodø", "Bodø"), ("Fauske", "Fauske"), ("Ålesund", "Ålesund")],
        lambda row, town: row.startswith(town),
    )
    made.add_filter(
        "Status",
        "All statuses",
        [("waiting", "Waiting"), ("paired", "<b>Paired</b> & more")],
        lambda row, status: row.endswith(status),
    )
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    made.show_rows(TOWNS)
    return made


def filters(page: ListPage[str]) -> tuple[ListFilter, ListFilter]:
    place, status = page.filter_bar.filters
    return place, status


def chips(page: ListPage[str]) -> list[Chip]:
    return [one for one in page.filter_bar.findChildren(Chip) if one.isVisible()]


def offer(page: ListPage[str], qtbot: QtBot) -> FilterPopup:
    qtbot.keyClick(page.search, Qt.Key.Key_L, CONTROL_SHIFT)
    assert page.filter_bar.popup.isVisible()
    return page.filter_bar.popup


def test_several_of_one_kind_widen_and_another_kind_narrows(page: ListPage[str]) -> None:
    place, status = filters(page)
    place.set_values(["Bodø", "Fauske"])
    assert page.model.rowCount() == 4
    status.set_value("waiting")
    assert page.model.shown_rows() == ["Bodø waiting", "Fauske waiting"]
    assert page.count.text() == "2 of 5"
    assert [one.text() for one in chips(page)] == [
        "Place: Bodø",
        "Place: Fauske",
        "Status: Waiting",
    ]


def test_filters_are_found_and_chosen_with_the_keyboard_alone(
    page: ListPage[str], qtbot: QtBot
) -> None:
    popup = offer(page, qtbot)
    qtbot.keyClicks(popup.edit, "aalesund")
    qtbot.keyClick(popup.edit, Qt.Key.Key_Return)
    assert page.model.shown_rows() == ["Ålesund waiting"]
    popup.edit.clear()
    qtbot.keyClicks(popup.edit, "place")
    qtbot.keyClick(popup.edit, Qt.Key.Key_Down)
    assert popup.list.hasFocus()
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert page.model.shown_rows() == ["Fauske paired", "Fauske waiting", "Ålesund waiting"]
    qtbot.keyClick(popup.list, Qt.Key.Key_Up)
    qtbot.keyClick(popup.list, Qt.Key.Key_Up)
    assert popup.edit.hasFocus()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert page.model.rowCount() == 3


def test_a_click_on_the_words_or_the_box_chooses_and_everything_takes_it_back(
    page: ListPage[str], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.filter_bar.button, Qt.MouseButton.LeftButton)
    popup = page.filter_bar.popup
    rows = {popup.list.item(at).text(): popup.list.item(at) for at in range(popup.list.count())}

    def click(name: str, across: int) -> None:
        box = popup.list.visualItemRect(rows[name])
        place = box.center()
        place.setX(box.left() + across)
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click("Fauske", 120)
    click("Bodø", 16)
    place, _status = filters(page)
    assert list(place.chosen) == ["Fauske", "Bodø"]
    assert rows["Bodø"].checkState() is Qt.CheckState.Checked
    assert rows["All places"].checkState() is Qt.CheckState.Unchecked
    click("All places", 120)
    assert list(place.chosen) == []
    assert rows["Bodø"].checkState() is Qt.CheckState.Unchecked
    popup.hide()


def test_chips_are_walked_and_taken_away_with_the_keyboard(
    page: ListPage[str], qtbot: QtBot
) -> None:
    place, status = filters(page)
    place.set_values(["Bodø", "Fauske"])
    status.set_value("waiting")
    chips(page)[0].setFocus()
    qtbot.keyClick(chips(page)[0], Qt.Key.Key_Right)
    assert chips(page)[1].hasFocus()
    qtbot.keyClick(chips(page)[1], Qt.Key.Key_Delete)
    assert place.chosen == ("Bodø",)
    QApplication.processEvents()
    assert chips(page)[1].hasFocus()
    assert chips(page)[1].accessibleName() == "Remove Status: Waiting"
    qtbot.mouseClick(chips(page)[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(chips(page)[0], Qt.Key.Key_Space)
    assert page.model.rowCount() == 5
    assert not page.filter_bar.isVisible()
    assert page.filter_bar.button.hasFocus()


def test_all_are_cleared_at_once(page: ListPage[str], qtbot: QtBot) -> None:
    place, status = filters(page)
    place.set_value("Bodø")
    status.set_value("waiting")
    qtbot.mouseClick(page.filter_bar._clear, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 5
    assert chips(page) == []


def test_markup_and_ampersands_are_shown_as_they_are(page: ListPage[str]) -> None:
    _place, status = filters(page)
    status.set_value("paired")
    (chip,) = chips(page)
    assert chip.text() == "Status: <b>Paired</b> && more"  # a doubled & is drawn as one


def test_what_is_no_longer_offered_stays_chosen_under_its_name(page: ListPage[str]) -> None:
    place, _status = filters(page)
    place.set_value("Bodø")
    place.set_choices([("Fauske", "Fauske")])
    page.show_rows(["Fauske waiting"])
    assert page.model.rowCount() == 0
    assert [one.text() for one in chips(page)] == ["Place: Bodø"]


def test_what_is_chosen_can_be_written_down_and_taken_again(page: ListPage[str]) -> None:
    made = ListFilter("Low", "All", [(True, "Yes"), (False, "No")], lambda row, key: row is key, "")
    made.set_values([False])
    again = ListFilter(
        "Low", "All", [(True, "Yes"), (False, "No")], lambda row, key: row is key, ""
    )
    again.take_written(made.written())
    assert list(again.chosen) == [False]
    again.take_written(["gone"])
    assert list(again.chosen) == ["gone"]
    assert again.say("gone") == "gone"
