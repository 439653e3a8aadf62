"""The button beside a list that opens the dialog of its columns, and the menu of its headings."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mentorapp.words import Words
from ui.icons import icon
from ui.widgets.column_choice import ColumnChoice
from ui.widgets.column_header import ColumnHeader

_KEYS = "Ctrl+Shift+K"
_FEW = 3
"""In a list of fewer columns there is nothing to choose."""


class ColumnsButton(QToolButton):
    """A right click on a heading opens the menu; the key and the button open the dialog."""

    def __init__(
        self, words: Words, page: QWidget, choice: ColumnChoice, header: ColumnHeader, title: str
    ) -> None:
        """`title` is that of the list. The key works anywhere in `page`."""
        super().__init__()
        self._words, self._page, self._choice = words, page, choice
        self._header, self._title = header, title
        self.in_use = True
        name = words.text("Columns …")
        native = QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setObjectName("fold")
        self.setIcon(icon("columns-3"))
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({native})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_dialog)
        self._shortcut = QShortcut(QKeySequence(_KEYS), page)
        self._shortcut.setWhatsThis(words.text("Choose the columns of the list"))
        self._shortcut.activated.connect(self.open_dialog)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        if len(choice.columns) < _FEW:
            self.leave_out()

    def leave_out(self) -> None:
        """The page decides itself what its columns are."""
        self.in_use = False
        self.hide()
        self._shortcut.setEnabled(False)
        self._header.setSectionsMovable(False)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def open_dialog(self) -> None:
        """The dialog, which shows at once what it changes."""
        from ui.widgets.columns_dialog import ColumnsDialog

        ColumnsDialog(self._words, self._title, self._choice, self._page).open()

    def menu_for(self, column: int) -> QMenu:
        """What can be done with a heading and the others, freed when it closes."""
        _, choice = self._words.text, self._choice
        menu = QMenu(self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, direction in (
            (_("Sort ascending"), Qt.SortOrder.AscendingOrder),
            (_("Sort descending"), Qt.SortOrder.DescendingOrder),
        ):
            action = menu.addAction(text)
            action.triggered.connect(partial(_sort, choice, column, direction))
        menu.addSeparator()
        for at in choice.order():
            action = menu.addAction(choice.columns[at].title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.is_shown(at))
            action.triggered.connect(lambda shown, at=at: choice.show(at, shown))
        menu.addSeparator()
        menu.addAction(_("Columns …")).triggered.connect(lambda _checked: self.open_dialog())
        menu.addAction(_("Standard columns")).triggered.connect(lambda _checked: choice.standard())
        return menu

    def _open_menu(self, at: QPoint) -> None:
        column = self._header.logicalIndexAt(at)
        if column >= 0:
            self.menu_for(column).popup(self._header.viewport().mapToGlobal(at))


def _sort(
    choice: ColumnChoice, column: int, direction: Qt.SortOrder, _checked: bool = False
) -> None:
    choice.sort(column, direction)
