import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets import skeleton
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import Column, TableModel


@pytest.fixture
def page(qtbot: QtBot, words: Words, monkeypatch: pytest.MonkeyPatch) -> ListPage[str]:
    monkeypatch.setattr(skeleton, "PAUSE_MS", 0)
    model: TableModel[str] = TableModel([Column("Name", str)], "nb")
    made = ListPage(words, "People", model, EmptyList("No people yet", "Register the first."))
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def test_a_list_that_is_being_read_is_not_called_empty(page: ListPage[str], qtbot: QtBot) -> None:
    assert page.skeleton.isVisible()
    assert not page.empty.isVisible()
    assert page.skeleton.accessibleName() == "Reading …"
    qtbot.waitUntil(lambda: page.skeleton.drawn)
    assert not page.skeleton.grab().isNull()
    page.model.set_filter("a", lambda row: row != "x")  # of no rows it tells nothing yet
    assert page.skeleton.isVisible()


def test_it_gives_way_to_the_rows_or_to_the_words_for_none(page: ListPage[str]) -> None:
    page.show_rows([])
    assert page.empty.isVisible()
    page.show_rows(["Åse"])
    assert page.table.isVisible()
    assert not page.skeleton.drawn
