"""Chosen rows of a list in a tab as a file; people and pairs have more to choose from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.exchange.delimited import decode
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, english, pairs_office, settle, worker
from ui.contact_points.page import ContactPointsPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_all_rows_of_a_list_go_into_a_file_with_the_columns_that_are_shown(
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "rows.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    page = ContactPointsPage(worker, english, lambda: TODAY, lambda _id: None)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.refresh()
    settle()
    qtbot.waitUntil(lambda: page.model.rowCount() > 1)
    assert page.model.rowCount() > 1
    page.columns.show(0, False)
    page.columns.move(1, 1)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Export rows …")
    assert button.isVisible()
    button.click()
    settle()
    qtbot.waitUntil(lambda: page.message_bar.text.startswith("Written: rows.csv"))
    lines = decode(file.read_bytes())[0].splitlines()
    assert lines[0].split(";") == [one.title for one in page.table.shown_columns()]
    assert len(lines) == page.model.rowCount() + 1
