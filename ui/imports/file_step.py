"""The first step: what the list is of, and which file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mentorapp.domain.imports import ImportKind
from mentorapp.words import Words
from mentorapp.words.imports import kind_name
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.fields import ChoiceField


class FileStep(QWidget):
    """A choice of the kind, and a place to drop the file or to look for it."""

    chosen = Signal(object)
    """The path of the file."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.kind = ChoiceField([(kind, kind_name(words, kind)) for kind in ImportKind])
        self.kind.setMaximumWidth(320)
        self.kind.setAccessibleName(_("What the list is of"))
        title = plain_label(_("What the list is of"))
        title.setBuddy(self.kind)
        self.zone = DropZone(words, self.ask, self.chosen.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(self.kind)
        layout.addSpacing(6)
        layout.addWidget(self.zone, 1)

    def ask(self) -> None:
        """Let the user look for the file."""
        _ = self._words.text
        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose a list"),
            "",
            _("Lists (*.csv *.txt *.tsv *.xlsx *.ods)") + ";;" + _("All files (*)"),
        )
        if name:
            self.chosen.emit(Path(name))


class DropZone(QFrame):
    """Takes one file that is dropped on it; its button does the same with the keyboard."""

    def __init__(
        self, words: Words, ask: Callable[[], object], take: Callable[[Path], object]
    ) -> None:
        super().__init__()
        _ = words.text
        self._take = take
        self.setObjectName("empty")
        self.setAcceptDrops(True)
        self.button = picture_button(_("Choose file …"), "folder-open", ask, primary=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 36, 48, 36)
        layout.setSpacing(12)
        layout.addStretch()
        for label in (
            plain_label(_("Drop the file here"), "h2"),
            plain_label(
                _(
                    "CSV, Excel (.xlsx) or OpenDocument (.ods), as you have it. "
                    "Nothing is written before you have seen what would happen."
                ),
                "muted",
            ),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            self._light_up(on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(on=False)
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self._take(file)

    def _light_up(self, *, on: bool) -> None:
        self.setObjectName("field" if on else "empty")
        self.setProperty("active", on)
        self.style().unpolish(self)
        self.style().polish(self)


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is carried, if it is one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
