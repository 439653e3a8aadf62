"""Whatever somebody types is shown as typed: no markup is rendered, and no & becomes a key."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGroupBox,
    QLabel,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorapp.storage.tables import metadata
from tests.ui.program_window import Start, preferences, start
from tests.ui.walking import Walk, nothing_outside

__all__ = ["nothing_outside", "preferences", "start"]

MARK = " <b>A&B</b><img src=x>"
#: Columns that hold codes, numbers or what the program itself writes.
_CODES = frozenset(
    """kind country postal_code phone email supervisor_phone stand_in_phone contact_phone language
    registration_number public_key private_key key letter_set subject status page form engine
    outcome code content record change operation interpreter_language definition
    actor""".split()
)
_GROUP = "_group"


def mark_everything(office: Path, mark: str = MARK) -> int:
    """Put markup behind every text that somebody typed; how many fields there are."""
    marked = 0
    with sqlite3.connect(office) as file:
        for table in metadata.sorted_tables:
            if table.name in ("offices", "audit", "saved_views", "own_words", "unfinished_forms"):
                continue
            for column in table.columns:
                typed = type(column.type).__name__ in ("String", "Text")
                if typed and column.name not in _CODES and not column.name.endswith(_GROUP):
                    file.execute(
                        f"UPDATE {table.name} SET {column.name} = {column.name} || ?"
                        f" WHERE {column.name} != ''",
                        (mark,),
                    )
                    marked += 1
    file.close()
    return marked


def rendered(root: QWidget) -> Iterator[str]:
    """Texts with the mark that Qt would not show as they are."""
    for widget in (root, *root.findChildren(QWidget)):
        kind = type(widget).__name__
        if "<b>" in widget.toolTip():
            yield f"tooltip of {kind}: {widget.toolTip()}"
        match widget:
            case QLabel() if "<b>" in widget.text() and _guesses(widget):
                yield f"label: {widget.text()}"
            case QAbstractButton() if "A&B" in widget.text():
                yield f"{kind}: {widget.text()}"
            case QGroupBox() if "A&B" in widget.title():
                yield f"{kind}: {widget.title()}"
            case QTabBar():
                titles = (widget.tabText(at) for at in range(widget.count()))
                yield from (f"tab: {title}" for title in titles if "A&B" in title)
            case QAbstractItemView():
                yield from _tooltips(widget)
    actions = (one.text() for one in root.findChildren(QAction))
    yield from (f"menu: {text}" for text in actions if "A&B" in text)


def _guesses(label: QLabel) -> bool:
    """Whether it takes text for markup, or the letter after & for a key."""
    with_key = label.buddy() is not None and "A&B" in label.text()
    return label.textFormat() is not Qt.TextFormat.PlainText or with_key


def _tooltips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 5)):
        for column in range(columns):
            said = str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
            if "<b>" in said:
                yield f"tooltip of {type(view).__name__}: {said}"


@pytest.mark.slow
def test_markup_in_every_field_is_shown_as_text_in_every_page_and_dialog(
    start: Start, qtbot: QtBot, example: Path, nothing_outside: None
) -> None:
    assert mark_everything(example) > 60
    walk = Walk(qtbot, start("--office", str(example)))
    wrong: set[str] = set()
    seen = 0

    def visit(name: str, root: QWidget) -> None:
        nonlocal seen
        wrong.update(f"{name}: {one}" for one in rendered(root))
        seen += any(MARK[1:4] in label.text() for label in root.findChildren(QLabel))

    walk.everywhere(visit)
    assert not wrong, "\n".join(sorted(wrong))
    assert seen > 20
