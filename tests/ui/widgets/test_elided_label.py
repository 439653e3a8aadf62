from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.elided_label import ElidedLabel

LONG = "212 registered · 13 to be paired · 4 with <b>an answer</b> open"


def beside(qtbot: QtBot, width: int) -> tuple[QWidget, ElidedLabel]:
    """A row of this width, and the label in it beside a heading."""
    row, label = QWidget(), ElidedLabel("muted")
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    layout.addWidget(QLabel("Newcomers"))
    layout.addWidget(label)
    label.setText(LONG)
    row.resize(width, 60)
    row.show()
    return row, label


def test_with_room_the_words_stand_whole_and_need_no_tooltip(qtbot: QtBot, words: object) -> None:
    _row, label = beside(qtbot, 900)
    assert label.text() == LONG
    assert label.toolTip() == ""


def test_without_room_they_give_way_and_the_tooltip_has_them_as_text(
    qtbot: QtBot, words: object
) -> None:
    row, label = beside(qtbot, 220)
    assert row.width() == 220
    assert label.text() == LONG
    assert label.toolTip() == f"<p>{LONG.replace('<', '&lt;').replace('>', '&gt;')}</p>"
    label.setText("3")
    assert label.toolTip() == ""


def test_what_is_cut_is_painted_otherwise_than_what_is_whole(qtbot: QtBot, words: object) -> None:
    _row, label = beside(qtbot, 220)
    cut = label.grab().toImage()
    label.setText(LONG[:6])
    assert label.grab().toImage() != cut
