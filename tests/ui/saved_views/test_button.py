from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.saved_views import SavedView
from mentorapp.operations import saved_views
from tests.ui.pairs_office import PairsOffice
from ui.people.mentors_page import MentorsPage
from ui.saved_views.button import ViewsButton, _NameDialog
from ui.saved_views.state import choose, written

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Settle = Callable[[], None]


@pytest.fixture
def kept(views: ViewsButton, pairs_office: PairsOffice, page: MentorsPage, settle: Settle) -> None:
    """Two views: Åse by name, and the paused."""
    with pairs_office.database.write("mona") as tx:
        for name, choices in (
            ("<b>Åse</b> & co", {"search": "lærum"}),
            ("Paused", {"filter.status": '["paused"]', "sort": "[0, 1]"}),
        ):
            saved_views.save(tx, SavedView(page="mentors", name=name, choices=choices))
    views._read()
    settle()


def names(page: MentorsPage) -> list[str]:
    return [row.name for row in page.model.shown_rows()]


def dialog(page: MentorsPage, qtbot: QtBot) -> _NameDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(_NameDialog)))
    return next(one for one in page.findChildren(_NameDialog) if one.isVisible())


def actions(views: ViewsButton) -> list[str]:
    views.menu_of_views.aboutToShow.emit()
    return [one.text() for one in views.menu_of_views.actions() if not one.isSeparator()]


def test_keys_choose_the_first_views(
    page: MentorsPage, views: ViewsButton, kept: None, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_1, CONTROL_SHIFT)
    assert names(page) == ["Åse Lærum"]
    qtbot.keyClick(page.table, Qt.Key.Key_2, CONTROL_SHIFT)
    assert names(page) == []
    assert page.search.text() == ""
    assert [list(one.chosen) for one in page.filter_bar.filters if one.chosen] == [
        [MentorStatus.PAUSED]
    ]
    qtbot.keyClick(page.table, Qt.Key.Key_9, CONTROL_SHIFT)  # there is none
    assert names(page) == []


def test_the_menu_shows_each_view_as_it_is_called_with_its_key(
    views: ViewsButton, kept: None
) -> None:
    assert actions(views)[:2] == ["<b>Åse</b> && co\tCtrl+Shift+1", "Paused\tCtrl+Shift+2"]


def test_what_is_chosen_is_kept_under_a_name_and_undone(
    page: MentorsPage, views: ViewsButton, pairs_office: PairsOffice, settle: Settle, qtbot: QtBot
) -> None:
    page.search.setText("kari")
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.columns.show(2, False)
    page.columns.move(0, 1)
    before = written(page)
    views.ask_to_save()
    form = dialog(page, qtbot)
    form.save_button.click()
    settle()
    assert form.isVisible()  # a view without a name is refused where it is typed
    form._name.set_value("Kari")
    form.save_button.click()
    settle()
    qtbot.waitUntil(lambda: [one.name for one in views.views] == ["Kari"])
    page.clear_search()
    page.columns.standard()
    views.choose(views.views[0])
    assert names(page) == ["Kari Nordmann"]
    assert written(page) == before
    page.message_bar.button.click()
    settle()
    assert pairs_office.read(saved_views.all_views) == []
    qtbot.waitUntil(lambda: views.views == [])


def test_a_view_is_renamed_and_deleted_from_the_menu(
    page: MentorsPage, views: ViewsButton, kept: None, settle: Settle, qtbot: QtBot
) -> None:
    views.ask_to_rename(views.views[1])
    form = dialog(page, qtbot)
    assert form.name() == "Paused"
    form._name.set_value("<b>åse</b> & CO")
    form.save_button.click()
    settle()
    assert form.isVisible()  # another view is called so
    form._name.set_value("On pause")
    form.save_button.click()
    settle()
    qtbot.waitUntil(lambda: views.views[1].name == "On pause")
    actions(views)
    delete = next(
        one for one in views.menu_of_views.findChildren(QMenu) if one.title() == "Delete view"
    )
    delete.actions()[0].trigger()
    qtbot.waitUntil(lambda: [one.name for one in views.views] == ["On pause"])
    assert page.message_bar.text == "View deleted: <b>Åse</b> & co."


@pytest.mark.parametrize("bad", ["", "x", "[", '{"a": 1}', "[1]", '["a", "b"]', "[99, 0]", "null"])
def test_what_cannot_be_read_is_left_out(page: MentorsPage, bad: str) -> None:
    choose(page, {"sort": bad, "filter.status": bad, "search": "", "unknown": bad})
    assert page.model.sorted_by[0] == 0
