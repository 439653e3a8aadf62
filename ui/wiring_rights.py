"""Which pages are there for whom, and whose people the lists of the window show."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorapp.domain.accounts import Right
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import schemes
from mentorapp.words import Words
from ui.format import plain_label
from ui.main_window import MainWindow, PageSpec
from ui.rights import ClosedPage, hold_back
from ui.work import Worker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

#: Pages that have something for everybody; their tabs and lists say themselves what is closed.
#: A new page is not among them.
_FOR_EVERYBODY = frozenset({"today", "work", "outcomes", "cooperation", "reports", "settings"})


def open_pages(specs: Sequence[PageSpec], words: Words, worker: Worker) -> list[PageSpec]:
    """The pages of the side bar, those closed that would be empty for this account."""
    who = worker.who
    if who.may(Right.READ):
        return list(specs)

    def closed(spec: PageSpec) -> PageSpec:
        return replace(spec, make=lambda: ClosedPage(words, who, spec.title, Right.READ))

    return [spec if spec.key in _FOR_EVERYBODY else closed(spec) for spec in specs]


class Scoped(QObject):
    """Tells at the window's edge that the lists show the coordinator's own schemes alone."""

    def __init__(self, words: Words, worker: Worker, window: MainWindow) -> None:
        super().__init__(window)
        self._words, self._worker = words, worker
        who = worker.who
        hold_back(words, who, Right.WRITE, window.import_action)
        self.label: QLabel | None = None
        if not (who.may(Right.READ) and who.schemes):
            return
        self.label = plain_label("", "muted")
        self.label.setToolTip(
            words.text(
                "Lists show people of these schemes, and those who have none yet. Figures count "
                "everybody."
            )
        )
        window.statusBar().addPermanentWidget(self.label)
        worker.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._worker.read(self, schemes.all_schemes, self._show)

    def _show(self, every: list[Scheme]) -> None:
        if self.label is not None:
            language, own = self._words.language, self._worker.who.schemes
            names = ", ".join(one.name(language) for one in every if one.key in own)
            self.label.setText(self._words.text("Your schemes only: %(names)s") % {"names": names})
            self.label.setAccessibleDescription(self.label.toolTip())
