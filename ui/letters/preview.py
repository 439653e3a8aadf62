"""The preview of letters: what goes on paper, with all that can be done with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.paper_trail import PaperTrail
from ui.widgets.pdf_view import PdfView


class LettersPreview(QWidget):
    """`issued` is called when new letters were printed or saved."""

    left = Signal()
    """Back to the lists."""
    apart_wanted = Signal(object)
    """The folder (a `Path`) in which every receiver's letters are to be a file of their own."""
    unsent_wanted = Signal()
    """Those that left the office before are to be left out."""

    def __init__(self, words: Words, issued: Callable[[], object]) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self._issued = issued
        self._trail: PaperTrail | None = None
        self.pdf = PdfView(words, self._printed, self._saved)
        self._title = plain_label(name="h1")
        self._hint = ElidedLabel("muted")
        back = picture_button(_("Back to the letters"), "arrow-left", self.left.emit)
        self.unsent_button = picture_button("", "filter", self.unsent_wanted.emit)
        self.apart_button = picture_button(
            _("Save one file each …"), "folder-open", self._ask_for_folder
        )
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.left.emit)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(back)
        top.addWidget(self._title)
        top.addWidget(self._hint, 1)
        top.addWidget(self.unsent_button)
        top.addWidget(self.apart_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.pdf, 1)
        self.describe("", "")

    def describe(self, title: str, hint: str, *, sent_before: int = 0, apart: bool = False) -> None:
        """What is shown. `sent_before` of the letters can be left out; `apart` offers a file for
        each receiver.
        """
        self._title.setText(title)
        self._hint.setText(hint)
        self.unsent_button.setText(
            self._words.plural(
                "Leave out %(n)d sent before", "Leave out %(n)d sent before", sent_before
            )
        )
        self.unsent_button.setVisible(sent_before > 0)
        self.apart_button.setVisible(apart)

    def show_letters(self, pdf: bytes, file_name: str, trail: PaperTrail | None = None) -> None:
        """Load them and go to Print. The name may tell nobody. `trail` is for a letter that was
        issued before: it is not issued anew by being printed.
        """
        self._trail = trail
        self.pdf.message_bar.clear()
        self.pdf.load(pdf, file_name, self._words.text("Letters"))
        self.pdf.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _printed(self) -> None:
        if self._trail is not None:
            self._trail.printed()
        else:
            self._issued()

    def _saved(self) -> None:
        if self._trail is not None:
            self._trail.saved()
        else:
            self._issued()

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self._words.text("Folder for the letters, one file for each receiver")
        )
        if chosen:
            self.apart_wanted.emit(Path(chosen))
