from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.figures import Figures

NAMES = ("active pairs", "waiting for a mentor")


def shown(qtbot: QtBot, width: int) -> tuple[QWidget, Figures]:
    """A page, and the figures that lie on it."""
    figures = Figures(NAMES)
    page = QWidget()
    QHBoxLayout(page).addWidget(figures)
    qtbot.addWidget(page)
    figures.show_numbers(("38", "14"))
    figures.show_trends([((1, 3, 2), "+20 in a month"), ((4, 4), "as a month ago")])
    page.resize(width, 90)
    page.show()
    return page, figures


def test_each_figure_tells_its_name_its_number_and_how_it_went(qtbot: QtBot) -> None:
    _page, figures = shown(qtbot, 900)

    assert [one.accessibleName() for one in figures.numbers] == [
        "active pairs: 38",
        "waiting for a mentor: 14",
    ]
    assert figures.numbers[0].accessibleDescription() == "+20 in a month"
    assert not figures.grab().isNull()
