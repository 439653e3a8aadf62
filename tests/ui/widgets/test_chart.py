import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.chart import BarChart, Series


def test_a_chart_tells_its_numbers_in_words(qtbot: QtBot, words: Words) -> None:
    chart = BarChart(words, "Meetings")
    qtbot.addWidget(chart)
    chart.show_bars(("Q1", "Q2"), (Series("2026", (3, 4)), Series("2025", (1, 0))))
    assert chart.accessibleName() == "Meetings"
    assert chart.accessibleDescription() == "Q1: 2026 3, 2025 1; Q2: 2026 4, 2025 0"
    chart.resize(400, 240)
    chart.show()
    chart.setFocus()
    QApplication.processEvents()
    assert not chart.grab().isNull()


def test_nothing_to_draw_draws_nothing(qtbot: QtBot, words: Words) -> None:
    chart = BarChart(words, "Meetings")
    qtbot.addWidget(chart)
    chart.show_bars((), ())
    assert not chart.grab().isNull()
    chart.show_bars(("Q1",), (Series("2026", (0,)),))
    assert not chart.grab().isNull()


def test_a_series_without_all_its_values_is_a_mistake(qtbot: QtBot, words: Words) -> None:
    chart = BarChart(words, "Meetings")
    qtbot.addWidget(chart)
    with pytest.raises(ValueError, match="one value"):
        chart.show_bars(("Q1", "Q2"), (Series("2026", (3,)),))
