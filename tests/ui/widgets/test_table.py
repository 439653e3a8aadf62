from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.theme import Tone
from ui.widgets.table import Column, TableModel, TableView
from ui.widgets.table_model import ROW_ROLE, TONE_ROLE


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    place: str
    meetings: int | None = None


PEOPLE = [
    Person("Åse Lærum", "Bodø", 3),
    Person("<b>Bo</b>", "Fauske"),
    Person("Zeb", "Bodø", 12),
    Person("Ærlig Møller", "Rognan", 1),
]
COLUMNS = (
    Column[Person]("Name", lambda p: p.name, width=200),
    Column[Person]("Place", lambda p: p.place, badge=lambda p: Tone.OK),
    Column[Person](
        "Meetings",
        lambda p: "–" if p.meetings is None else str(p.meetings),
        sort=lambda p: p.meetings,
        align=Qt.AlignmentFlag.AlignRight,
    ),
)


@pytest.fixture
def model(qtbot: QtBot) -> TableModel[Person]:
    made = TableModel(COLUMNS, "nb", search=lambda p: "918 27 364" if p.name == "Zeb" else "")
    made.show(PEOPLE)
    return made


@pytest.fixture
def view(qtbot: QtBot, model: TableModel[Person]) -> TableView[Person]:
    made = TableView(model, "People", key=lambda p: p.name)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def names(model: TableModel[Person]) -> list[str]:
    return [person.name for person in model.shown_rows()]


def test_qt_finds_no_fault_with_the_model(
    model: TableModel[Person], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.set_search("bo")
    model.show([])
    model.show(PEOPLE)


def test_rows_come_in_norwegian_order(model: TableModel[Person]) -> None:
    assert names(model) == ["<b>Bo</b>", "Zeb", "Ærlig Møller", "Åse Lærum"]


def test_numbers_are_ordered_as_numbers_and_gaps_come_last(model: TableModel[Person]) -> None:
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert names(model) == ["Ærlig Møller", "Åse Lærum", "Zeb", "<b>Bo</b>"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Zeb", "Åse Lærum", "Ærlig Møller", "<b>Bo</b>"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aase", ["Åse Lærum"]),
        ("moller rognan", ["Ærlig Møller"]),
        ("BODO", ["Zeb", "Åse Lærum"]),
        ("91827364", ["Zeb"]),
        ("918 27", ["Zeb"]),
        ("<b>", ["<b>Bo</b>"]),
        ("nobody", []),
        ("  ", ["<b>Bo</b>", "Zeb", "Ærlig Møller", "Åse Lærum"]),
    ],
)
def test_every_word_typed_must_be_found(
    model: TableModel[Person], typed: str, found: list[str]
) -> None:
    model.set_search(typed)
    assert names(model) == found


@pytest.mark.parametrize(
    "typing",
    [
        ["æ", "ær", "ærl", "ærli", "ær", "æ", ""],
        ["m", "mo", "moe", "moel", "moell"],
        ["b", "b z", "b", "z", "zeb"],
        ["ås", "ås e", "ås es", "ås", "se"],
        ["o", "oe", "o"],
    ],
)
def test_typing_letter_by_letter_finds_what_the_whole_word_finds(
    model: TableModel[Person], typing: list[str]
) -> None:
    for text in typing:
        model.set_search(text)
        letter_by_letter = names(model)
        model.set_search("")
        model.set_search(text)
        assert names(model) == letter_by_letter, text


def test_new_rows_and_another_order_are_searched_whole(model: TableModel[Person]) -> None:
    model.set_search("ze")
    model.show([Person("Bo Zeb", "Oslo"), Person("Zeb", "Oslo")])
    model.set_search("zeb")
    assert names(model) == ["Bo Zeb", "Zeb"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_search("zeb ")
    assert names(model) == ["Zeb", "Bo Zeb"]


def test_filters_and_search_work_together(model: TableModel[Person]) -> None:
    model.set_filter("place", lambda p: p.place == "Bodø")
    model.set_search("e")
    assert names(model) == ["Zeb", "Åse Lærum"]
    model.set_filter("busy", lambda p: (p.meetings or 0) > 10)
    assert names(model) == ["Zeb"]
    model.set_filter("busy", None)
    model.set_filter("place", None)
    assert len(names(model)) == 4


def test_the_words_of_a_badge_stay_in_the_cell(model: TableModel[Person]) -> None:
    index = model.index(0, 1)
    assert index.data() == "Fauske"
    assert index.data(TONE_ROLE) is Tone.OK
    assert index.data(ROW_ROLE).name == "<b>Bo</b>"


def test_the_selection_follows_its_row(
    qtbot: QtBot, view: TableView[Person], model: TableModel[Person]
) -> None:
    assert view.select_row("Zeb")
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert view.current_row() == PEOPLE[2]
    model.show([Person("Zeb", "Oslo"), Person("New", "Oslo")])
    assert view.current_row() == Person("Zeb", "Oslo")
    with qtbot.waitSignal(view.picked) as told:
        model.set_search("new")
    assert told.args == [None]


def test_enter_opens_and_end_goes_to_the_last(
    qtbot: QtBot, view: TableView[Person], model: TableModel[Person]
) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[0]]


def test_rows_of_every_kind_can_be_painted(view: TableView[Person]) -> None:
    view.select_row("Zeb")
    assert not view.grab().isNull()


def test_a_hidden_column_leaves_its_room_to_the_others(view: TableView[Person]) -> None:
    view.resize(220, 200)
    squeezed = view.columnWidth(0)
    view.setColumnHidden(1, True)
    assert view.columnWidth(0) > squeezed
    view.setColumnHidden(1, False)
    assert view.columnWidth(0) == squeezed


def test_the_keyboard_finds_a_selected_row(view: TableView[Person]) -> None:
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selectionModel().isSelected(view.model().index(0, 0))
    view.clearFocus()
    view.selectRow(2)
    view.clearSelection()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selectionModel().isSelected(view.model().index(2, 0))


def test_a_heading_is_not_cut_in_a_narrow_table(view: TableView[Person]) -> None:
    view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    view.resize(300, 200)
    header = view.horizontalHeader()
    needed = header.fontMetrics().horizontalAdvance("Meetings") + 40
    assert header.sectionSize(2) >= needed
    assert header.sectionSize(0) < 200


def test_texts_that_stay_whole_are_scrolled_to_and_not_cut(qtbot: QtBot) -> None:
    status = "Waits for an interview"
    columns = [
        Column[str]("Name", str, width=200, least=140),
        Column[str]("Status", str, whole=["New", status], badge=lambda _row: Tone.OK),
        Column[str]("Place", str, width=200),
    ]
    view: TableView[str] = TableView(TableModel(columns, "nb"), "People")
    qtbot.addWidget(view)
    view.show()
    view.resize(240, 200)
    header = view.horizontalHeader()
    assert view.columnWidth(0) == 140
    assert view.columnWidth(1) >= header.fontMetrics().horizontalAdvance(status) + 2 * 12 + 12
    assert view.columnWidth(2) < 100
    assert view.horizontalScrollBar().maximum() > 0


def test_what_is_cut_is_told_in_full_under_the_mouse(view: TableView[Person]) -> None:
    def told(width: int) -> bool:
        view.setColumnWidth(0, width)
        index = view.model().index(0, 0)
        spot = view.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
        option = QStyleOptionViewItem()
        option.rect = view.visualRect(index)
        return bool(view.itemDelegate().helpEvent(event, view, option, index))

    assert not told(300)
    assert told(60)
    assert QToolTip.text() == "<p>&lt;b&gt;Bo&lt;/b&gt;</p>"
    QToolTip.hideText()
