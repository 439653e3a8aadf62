"""The frame of the window: side bar, pages, menus, messages. It knows no feature.

Pages are handed in as `PageSpec`s and made when first shown. A page with a method `refresh()` is
told to read itself anew: at once when it is visible and something was written, else when it is
shown next. What the menus ask for that needs the whole program (another office, another
language) is told by signals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Refused
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.refusals import explain
from ui.edit_menu import EditMenu
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import add_entry
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.enter import press_focused
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.reading_only import say_read_only
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class PageSpec:
    """An entry of the side bar; `make` builds the page when it is first shown."""

    key: str
    icon: str
    title: str
    make: Callable[[], QWidget]
    keys: str = ""
    """The shortcut that goes there."""


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """What the frame says about the office: its name, its file, and why it is read-only."""

    name: str
    file_name: str
    read_only: str = ""


@runtime_checkable
class Refreshing(Protocol):
    """A page that can read itself anew."""

    def refresh(self) -> None:
        """Read what is shown from the office again."""


class MainWindow(QMainWindow):
    """Frame around the pages."""

    open_wanted = Signal()
    new_wanted = Signal()
    import_wanted = Signal()
    find_wanted = Signal()
    about_wanted = Signal()
    language_wanted = Signal(str)
    page_made = Signal(str, QWidget)
    """The key of a page and the page, which was not there before."""
    closing = Signal()
    """The window is about to go, with no work left."""

    def __init__(
        self,
        words: Words,
        worker: Worker,
        office: OfficeShown,
        pages: Sequence[PageSpec],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self._worker = worker
        self._office = office
        self._specs = tuple(pages)
        self._now = now
        self._made: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._saved_at: datetime | None = None
        self._wants_to_close = False
        self.last_work: Callable[[], object] | None = None
        """Called once when the window is to close, with no work left: it may ask for some more."""
        # Of the people in the office nothing stands here: titles show in task bars and when
        # screens are shared.
        self.setWindowTitle(f"Mentorapp – {office.name}" if office.name else "Mentorapp")
        # Less where a screen of 768 lines has a task bar and the window a title.
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1280, 800).boundedTo(QSize(room.width(), room.height() - 40)))

        self.sidebar = QListWidget()
        self.sidebar.setObjectName("sidebar")
        self.sidebar.setFixedWidth(208)
        self.sidebar.setIconSize(QSize(20, 20))
        self.sidebar.setFrameShape(QFrame.Shape.NoFrame)
        self.sidebar.setAccessibleName(_("Pages"))
        self.sidebar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for spec in self._specs:
            item = QListWidgetItem(
                icon(spec.icon, QPalette.ColorRole.WindowText), spec.title, self.sidebar
            )
            item.setSizeHint(QSize(10, 42))
            item.setToolTip(spec.keys)
        self.message_bar = MessageBar(words)
        self.busy_bar = BusyBar(words)
        self.stack = QStackedWidget()
        self.status = ElidedLabel("muted")
        self._lay_out()
        self._make_menus()

        self.sidebar.currentRowChanged.connect(self._show_row)
        self.sidebar.itemSelectionChanged.connect(self._follow_selection)
        for at, spec in enumerate(self._specs):
            shortcut = QShortcut(QKeySequence(spec.keys), self)
            shortcut.setWhatsThis(spec.title)
            shortcut.activated.connect(partial(self.sidebar.setCurrentRow, at))
        worker.changed.connect(self._changed)
        worker.refused_elsewhere.connect(self.show_refusal)
        worker.busy.connect(self.busy_bar.show_activity)
        worker.idle.connect(self.busy_bar.hide)
        worker.drained.connect(self._drained)
        self._show_status()
        if self._specs:
            self.sidebar.setCurrentRow(0)
            self.sidebar.setFocus()

    def show_page(self, key: str) -> QWidget:
        """Go to a page, made now if it was not there.

        Raises StopIteration for a key that no page has.
        """
        row = next(at for at, spec in enumerate(self._specs) if spec.key == key)
        self.sidebar.setCurrentRow(row)
        return self._made[key]

    def page(self, key: str) -> QWidget | None:
        """The page, if it was shown before."""
        return self._made.get(key)

    def show_refusal(self, refused: Refused) -> None:
        """Say a refusal that has no place of its own."""
        self.message_bar.warning(explain(self._words, refused))

    def add_bar(self, bar: QWidget) -> None:
        """A line that stands over every page, under what tells that the office is read-only."""
        self._bar_list.insert(1, bar)
        self._bars_layout.insertWidget(1, bar)
        bar.installEventFilter(self)
        self._bars.show()
        bar.show()

    def refresh(self) -> None:
        """Read the visible page anew now, and the others when they are shown."""
        self._stale = set(self._made)
        self._refresh_visible()

    def set_office(self, office: OfficeShown) -> None:
        """The office was renamed, saved elsewhere or became read-only."""
        self._office = office
        self.setWindowTitle(f"Mentorapp – {office.name}" if office.name else "Mentorapp")
        self._show_status()

    def closeEvent(self, event: QCloseEvent) -> None:
        # A form with something typed in it asks first, and says no by staying open.
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible() and not dialog.close():
                # One that keeps what was typed is gone in a moment, and the window then closes.
                self._wants_to_close = isinstance(dialog, FormDialog) and dialog.is_leaving
                event.ignore()
                return
        # What was asked of the office is finished first; the window stays alive meanwhile.
        if self._worker.working:
            self._wants_to_close = True
            self._worker.stop_computing()
            self.setEnabled(False)
            event.ignore()
            return
        if self._began_last_work():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _began_last_work(self) -> bool:
        """What is under way then can be stopped in its bar: nobody is to wait for a dead share."""
        if self.last_work is not None:
            self.last_work()
            self.last_work = None
        if not self._worker.working:
            return False
        self._wants_to_close = True
        for widget in (self.sidebar, self.stack, self.menuBar()):
            widget.setEnabled(False)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            # Without a bar the room around them goes too.
            self._bars.setVisible(any(not bar.isHidden() for bar in self._bar_list))
        return super().eventFilter(watched, event)

    def _drained(self) -> None:
        if self._wants_to_close:
            self._wants_to_close = False
            self.setEnabled(True)
            self.close()

    def _changed(self) -> None:
        self._saved_at = self._now()
        self._show_status()
        self.refresh()

    def _show_status(self) -> None:
        _ = self._words.text
        office = self._office
        if office.read_only:
            text = _("Read only: %(reason)s") % {"reason": office.read_only}
        elif self._saved_at is not None:
            text = _("Saved %(time)s · %(file)s") % {
                "time": f"{self._saved_at:%H:%M}",
                "file": office.file_name,
            }
        else:
            text = office.file_name
        self.status.setText(text)
        self._banner.setVisible(bool(office.read_only))
        say_read_only(self, office.read_only)
        self._banner_text.setText(text)

    def _follow_selection(self) -> None:
        """Assistive programs select an entry without making it the current one."""
        for index in self.sidebar.selectedIndexes():
            self.sidebar.setCurrentRow(index.row())

    def _show_row(self, row: int) -> None:
        if row < 0:
            return
        spec = self._specs[row]
        page = self._made.get(spec.key)
        if page is None:
            page = spec.make()
            self._made[spec.key] = page
            self.stack.addWidget(page)
            self._stale.add(spec.key)
            self.page_made.emit(spec.key, page)
        self.stack.setCurrentWidget(page)
        self._refresh_visible()

    def _refresh_visible(self) -> None:
        page = self.stack.currentWidget()
        for key, made in self._made.items():
            if made is page and key in self._stale:
                self._stale.discard(key)
                if isinstance(page, Refreshing):
                    page.refresh()

    def _lay_out(self) -> None:
        self._banner = QFrame()
        self._banner.setObjectName("message")
        self._banner.setProperty("kind", "warning")
        self._banner_text = plain_label()
        self._banner_text.setWordWrap(True)
        inside = QHBoxLayout(self._banner)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(self._banner_text)
        self._bars = QWidget()
        self._bars_layout = QVBoxLayout(self._bars)
        self._bars_layout.setContentsMargins(20, 12, 20, 0)
        self._bars_layout.setSpacing(8)
        self._bar_list: list[QWidget] = [self._banner, self.message_bar, self.busy_bar]
        for bar in self._bar_list:
            self._bars_layout.addWidget(bar)
            bar.installEventFilter(self)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._bars)
        self._bars.hide()
        main.addWidget(self.stack, 1)
        root = QWidget()
        across = QHBoxLayout(root)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(main, 1)
        self.setCentralWidget(root)
        self.status.setContentsMargins(6, 0, 6, 0)
        self.statusBar().addWidget(self.status, 1)

    def _make_menus(self) -> None:
        _ = self._words.text
        keys = QKeySequence.StandardKey
        self.file_menu = file = self.menuBar().addMenu(_("&File"))
        add_entry(file, _("&Open office …"), self.open_wanted.emit, keys.Open)
        add_entry(file, _("&New office …"), self.new_wanted.emit, None)
        file.addSeparator()
        self.import_action = add_entry(file, _("&Import …"), self.import_wanted.emit, "Ctrl+I")
        self.import_action.setEnabled(not self._office.read_only)
        self.after_import = file.addSeparator()
        add_entry(file, _("&Quit"), self.close, "Ctrl+Q")
        self.edit_menu = edit = EditMenu(self._words, self._worker.history, self.message_bar, self)
        edit.addSeparator()
        self.find_action = add_entry(edit, _("&Find anything …"), self.find_wanted.emit, "Ctrl+K")
        # In the files that stay open beside the window too.
        self.find_action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.view_menu = view = self.menuBar().addMenu(_("&View"))
        add_entry(view, _("&Refresh"), self.refresh, "F5")
        view.addSeparator()
        languages = view.addMenu(_("&Language"))
        for language in LANGUAGES:
            action = add_entry(
                languages,
                language_name(language),
                partial(self.language_wanted.emit, language),
                None,
            )
            action.setCheckable(True)
            action.setChecked(language == self._words.language)
        self.help_menu = self.menuBar().addMenu(_("&Help"))
        add_entry(self.help_menu, _("&About Mentorapp"), self.about_wanted.emit, None)
