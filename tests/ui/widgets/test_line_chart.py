import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.line_chart import ChartLine, LineChart


def test_a_chart_of_lines_tells_its_numbers_in_words_and_leaves_gaps_out(
    qtbot: QtBot, words: Words
) -> None:
    chart = LineChart(words, "In work")
    qtbot.addWidget(chart)
    chart.show_lines(
        ("Exit", "1 year", "2 years"),
        (ChartLine("All", (40.4, None, 60), main=True), ChartLine("2026", (None, None, None))),
    )
    assert chart.accessibleName() == "In work"
    assert chart.accessibleDescription() == "All: Exit 40 %, 2 years 60 %"
    chart.resize(600, 260)
    chart.show()
    chart.setFocus()
    QApplication.processEvents()
    assert not chart.grab().isNull()


def test_a_line_that_is_too_short_is_a_mistake(qtbot: QtBot, words: Words) -> None:
    chart = LineChart(words, "In work")
    qtbot.addWidget(chart)
    with pytest.raises(ValueError, match="each point"):
        chart.show_lines(("Exit",), (ChartLine("All", ()),))
