"""A field over the window in which anything is found, and opened with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.finding import Found, FoundKind, Place
from mentorapp.words import Words
from mentorapp.words.finding import kind_heading, say_found
from mentorapp.words.refusals import explain
from ui.finding.commands import Command, Commands
from ui.finding.office_index import OfficeIndex
from ui.finding.recent import Recent
from ui.finding.results import LINE_HIGH, Entry, ResultList
from ui.format import one_line, plain_label
from ui.icons import icon
from ui.widgets.enter import EnterDialog

#: Of each kind; whoever wants another one types a letter more.
MOST = 6
_SIZE = QSize(680, 560)
_SAY_AFTER_MS = 500

_PICTURES = {
    FoundKind.PERSON: "user",
    FoundKind.PAIRING: "handshake",
    FoundKind.ORGANISATION: "building-2",
    FoundKind.PLACEMENT: "briefcase",
    FoundKind.EVENT: "calendar",
    FoundKind.LETTER: "file-text",
}


class FindDialog(EnterDialog):
    """Closed by Escape and by opening something; freed then."""

    found = Signal(object)
    """A `Found` that is to be opened; the dialog is closed already."""

    def __init__(
        self,
        words: Words,
        index: OfficeIndex,
        recent: Recent,
        commands: Sequence[Command],
        parent: QWidget | None = None,
        *,
        nothing: str = "",
    ) -> None:
        """`nothing` is said in place of the usual words where nothing is found."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        _ = words.text
        self._words, self._index, self._recent = words, index, recent
        self._nothing = nothing or _("Nothing found. Try fewer letters, or a number.")
        self._commands = Commands(commands)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find anything"))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find anything"))
        self.field.setPlaceholderText(_("Name, number, phone, or what to do …"))
        self.field.setMaxLength(200)
        self.field.setClearButtonEnabled(True)
        picture = self.field.addAction(
            icon("search", QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        picture.setText(self.field.accessibleName())
        self.results = ResultList(_("Found"))
        self.status = plain_label(name="muted")
        self._lay_out()
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(_SAY_AFTER_MS)  # not at each letter
        self._saying.timeout.connect(self._say_status)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.results.opened.connect(self._open)
        index.ready.connect(self._search_again)
        index.refused.connect(self._refuse)
        self._search("")
        index.renew()
        self._place()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._field_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        """Keys that work on the list while one types."""
        page = max(self.results.viewport().height() // LINE_HIGH - 1, 1)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        if event.key() in steps:
            self.results.step(steps[Qt.Key(event.key())])
            entry = self.results.current_entry()
            if entry is not None:
                self._say(entry.said)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results.open_current()
            return True
        return False

    # Searching

    def _search_again(self) -> None:
        self._search(self.field.text())

    def _search(self, text: str) -> None:
        finder = self._index.finder
        groups: list[tuple[tuple[Place, bool], str, list[Entry]]] = []
        if not text.strip():
            recent = self._recent.found(finder) if finder is not None else []
            opened = self._words.text("Opened last")
            groups.append(((Place.TITLE, False), opened, [self._entry(one) for one in recent]))
            self._add_commands(groups, [(Place.TITLE, one) for one in self._commands.every])
        else:
            for kind in finder.find(text, MOST) if finder is not None else []:
                best = kind[0]
                heading = kind_heading(self._words, best.kind)
                groups.append(
                    ((best.place, best.ended), heading, [self._entry(one) for one in kind])
                )
            self._add_commands(groups, self._commands.find(text, MOST))
            groups.sort(key=lambda group: group[0])
        self.results.show_groups(
            [(heading, entries) for _rank, heading, entries in groups if entries]
        )
        self._tell(text)

    def _add_commands(
        self,
        groups: list[tuple[tuple[Place, bool], str, list[Entry]]],
        commands: list[tuple[Place, Command]],
    ) -> None:
        if commands:
            entries = [_command_entry(one) for _place, one in commands]
            groups.append(((commands[0][0], False), self._words.text("Commands"), entries))

    def _entry(self, found: Found) -> Entry:
        return Entry(
            found,
            _PICTURES[found.kind],
            one_line(found.title),
            say_found(self._words, found),
            faded=found.ended,
        )

    # Saying

    def _tell(self, text: str) -> None:
        words, n = self._words, len(self.results.entries())
        if self._index.finder is None:
            said = words.text("Reading the names …")
        elif not text.strip():
            said = ""
        elif n:
            said = words.plural("%(n)d found", "%(n)d found", n)
        else:
            said = self._nothing
        self.status.setText(said)
        self._saying.start()

    def _say_status(self) -> None:
        if self.status.text():
            self._say(self.status.text())

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    def _refuse(self, refused: Refused) -> None:
        self.status.setText(explain(self._words, refused))

    # Opening

    def _open(self, value: Found | Command) -> None:
        self.accept()
        if isinstance(value, Command):
            # Not before this dialog is gone: what comes next may be modal.
            QTimer.singleShot(0, value.do)
        else:
            self.found.emit(value)

    # How it looks

    def _lay_out(self) -> None:
        _ = self._words.text
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setIconSize(QSize(18, 18))
        close.setMinimumSize(32, 32)
        close.setAutoRaise(True)
        close.setAccessibleName(_("Close"))
        close.clicked.connect(self.reject)
        close.setToolTip(_("Close"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(close)
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        bottom.addWidget(plain_label(_("↑ ↓ choose · Enter opens · Esc closes"), "muted"))
        frame = QFrame()
        frame.setObjectName("find")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 14, 14, 10)
        inside.setSpacing(10)
        inside.addLayout(top)
        inside.addWidget(self.results, 1)
        inside.addLayout(bottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _place(self) -> None:
        """Over the upper part of the window, as wide as it is useful."""
        around = self.parentWidget()
        room = around.size() if around is not None else self.screen().availableSize()
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 40)))
        if around is not None:
            middle = around.mapToGlobal(around.rect().center())
            top = around.mapToGlobal(around.rect().topLeft()).y()
            free = room.height() - self.height()
            self.move(middle.x() - self.width() // 2, top + min(free // 2, room.height() // 9))


def _command_entry(command: Command) -> Entry:
    return Entry(command, command.picture, command.title, command.where, command.keys)
