"""The menu Edit: what can be done in a field, and Undo for what was done in the office.

In a text field Undo and Redo belong to the field; everywhere else they take back, and do again,
what was written in this window.
"""

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from mentorapp.domain.errors import Refused
from mentorapp.words import Words
from mentorapp.words.fields import kind_label
from mentorapp.words.refusals import explain
from ui.history import History
from ui.widgets.message_bar import MessageBar

_KEYS = QKeySequence.StandardKey


class EditMenu(QMenu):
    """Puts itself into the window's menu bar and answers Ctrl+Z and Ctrl+Y there."""

    def __init__(
        self, words: Words, history: History, bar: MessageBar, window: QMainWindow
    ) -> None:
        _ = words.text
        super().__init__(_("&Edit"), window)
        self._words, self._history, self._bar = words, history, bar
        self.undo_action = self._add(_("&Undo"), "undo", _KEYS.Undo)
        self.redo_action = self._add(_("&Redo"), "redo", _KEYS.Redo)
        self.addSeparator()
        self._of_fields = [
            self._add(text, method, key)
            for text, method, key in (
                (_("Cu&t"), "cut", _KEYS.Cut),
                (_("&Copy"), "copy", _KEYS.Copy),
                (_("&Paste"), "paste", _KEYS.Paste),
                (_("Select &all"), "selectAll", _KEYS.SelectAll),
            )
        ]
        window.menuBar().addMenu(self)
        self.aboutToShow.connect(self._wake)
        for key, do in ((_KEYS.Undo, self.undo), (_KEYS.Redo, self.redo)):
            QShortcut(QKeySequence(key), window).activated.connect(do)
        history.undone.connect(self._say_undone)
        history.redone.connect(self._say_redone)
        history.refused.connect(self._refuse)

    def undo(self) -> None:
        """Take back the newest change, or say that there is none."""
        if self._history.can_undo:
            self._history.undo()
        else:
            self._bar.info(self._words.text("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last, or say that there is nothing."""
        if self._history.can_redo:
            self._history.redo()
        else:
            self._bar.info(self._words.text("There is nothing to do again."))

    def _add(self, text: str, method: str, key: QKeySequence.StandardKey) -> QAction:
        action = self.addAction(text)
        # Shown only: the fields answer these keys themselves, and the window those of Undo.
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(f"{text}\t{native}")
        action.triggered.connect(lambda _checked: self._do(method))
        return action

    def _do(self, method: str) -> None:
        field = QApplication.focusWidget()
        if field is not None and hasattr(field, method):
            getattr(field, method)()
        elif method in ("undo", "redo"):
            getattr(self, method)()

    def _wake(self) -> None:
        in_text = hasattr(QApplication.focusWidget(), "selectAll")
        for action in self._of_fields:
            action.setEnabled(in_text)
        self.undo_action.setEnabled(in_text or self._history.can_undo)
        self.redo_action.setEnabled(in_text or self._history.can_redo)

    @property
    def _there(self) -> MessageBar:
        """Where it is read: what the window says under a dialog or a file, nobody sees."""
        in_front = QApplication.activeModalWidget() or QApplication.activeWindow()
        bar = getattr(in_front, "message_bar", None)
        return bar if isinstance(bar, MessageBar) else self._bar

    def _say_undone(self, kind: str) -> None:
        _ = self._words.text
        said = _("Undone: %(what)s.") % {"what": kind_label(self._words, kind)}
        self._there.success(said, (_("Do again"), self.redo))

    def _say_redone(self, kind: str) -> None:
        _ = self._words.text
        said = _("Done again: %(what)s.") % {"what": kind_label(self._words, kind)}
        self._there.success(said, (_("Undo"), self.undo))

    def _refuse(self, refused: Refused) -> None:
        self._there.warning(explain(self._words, refused))
