import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.tabs_page import LazyTabs, TabsPage, TabSpec


class _List(QLabel):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.read = 0

    def refresh(self) -> None:
        self.read += 1


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def specs(made: list[str]) -> list[TabSpec]:
    def make(key: str) -> _List:
        made.append(key)
        return _List(key)

    return [
        TabSpec("places", "Places", lambda: make("places")),
        TabSpec("demand", "Demand", lambda: make("demand")),
    ]


def test_only_the_first_tab_is_made_at_once(
    qtbot: QtBot, specs: list[TabSpec], made: list[str]
) -> None:
    qtbot.addWidget(LazyTabs("Work", specs))
    assert made == ["places"]


def test_a_tab_is_made_once_when_it_is_shown(
    qtbot: QtBot, specs: list[TabSpec], made: list[str]
) -> None:
    tabs = LazyTabs("Work", specs)
    qtbot.addWidget(tabs)
    told: list[object] = []
    tabs.made.connect(told.append)
    shown = tabs.show_tab("demand")
    tabs.show_tab("places")
    assert tabs.show_tab("demand") is shown
    assert made == ["places", "demand"]
    assert told == [shown]


def test_a_page_lets_only_the_lists_that_were_seen_read_themselves_anew(
    qtbot: QtBot, specs: list[TabSpec], made: list[str]
) -> None:
    page = TabsPage("Work", specs)
    qtbot.addWidget(page)
    page.refresh()
    assert made == ["places"]
    assert [one.read for one in page.tabs.built() if isinstance(one, _List)] == [1]


def test_a_tab_that_is_not_there_is_a_mistake(qtbot: QtBot, specs: list[TabSpec]) -> None:
    page = TabsPage("Work", specs)
    qtbot.addWidget(page)
    with pytest.raises(ValueError, match="nothing"):
        page.show_tab("nothing")
