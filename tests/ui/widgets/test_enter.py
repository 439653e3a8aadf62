import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.enter import EnterDialog
from ui.widgets.plain_dialog import PlainDialog


class Asking(EnterDialog):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.field, self.tool = QLineEdit(), QToolButton()
        self.save, self.cancel = QPushButton("Save"), QPushButton("Cancel")
        self.save.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (self.field, self.tool, self.cancel, self.save):
            layout.addWidget(widget)
        for button, name in ((self.save, "save"), (self.cancel, "cancel"), (self.tool, "tool")):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
            button.clicked.connect(lambda _on, name=name: self.pressed.append(name))


@pytest.fixture
def dialog(qtbot: QtBot) -> Asking:
    made = Asking()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_enter_presses_the_button_with_the_focus_and_no_other(qtbot: QtBot, dialog: Asking) -> None:
    for button, key in (
        (dialog.cancel, Qt.Key.Key_Return),
        (dialog.tool, Qt.Key.Key_Enter),
        (dialog.save, Qt.Key.Key_Return),
    ):
        button.setFocus()
        qtbot.keyClick(button, key)
    assert dialog.pressed == ["cancel", "tool", "save"]


def test_enter_in_a_field_presses_the_default_button(qtbot: QtBot, dialog: Asking) -> None:
    dialog.field.setFocus()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.pressed == ["save"]


def test_other_keys_press_nothing(qtbot: QtBot, dialog: Asking) -> None:
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_X)
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "cancel" not in dialog.pressed


def test_enter_opens_the_menu_of_a_button(
    qtbot: QtBot, dialog: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bool] = []
    dialog.cancel.setMenu(QMenu(dialog))
    monkeypatch.setattr(QPushButton, "showMenu", lambda _self: opened.append(True))
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert opened == [True]
    assert dialog.pressed == []


def test_tab_comes_to_the_buttons_below_after_what_was_added_later(
    qtbot: QtBot, words: Words
) -> None:
    dialog = PlainDialog(words, "Paper", QSize(400, 300))
    qtbot.addWidget(dialog)
    printing = dialog.add_button("Print", "printer", lambda: None)
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    walked = []
    for _each in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget())
    assert walked == [printing, dialog.close_button, field]
