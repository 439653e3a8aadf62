"""The recovery key: shown once, printed, and proven to be on paper by typing two groups of it."""

from collections.abc import Callable, Sequence
from secrets import SystemRandom

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain import recovery_key
from mentorapp.domain.errors import Refused
from mentorapp.operations.recovery_papers import check_typed
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.fields import TextField, mark_wrong
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain_dialog import PlainDialog

_ACROSS = 2
ASKED = 2
"""So many groups are asked for."""


def _any_two() -> Sequence[int]:
    return sorted(SystemRandom().sample(range(1, recovery_key.GROUPS + 1), ASKED))


class RecoveryDialog(PlainDialog):
    """First the key and its paper, then the question; closing it leaves everything as it was."""

    proven = Signal()
    """Both groups were typed rightly: the key is on paper."""

    def __init__(
        self,
        words: Words,
        recovery: bytes,
        parent: QWidget | None = None,
        places: Callable[[], Sequence[int]] = _any_two,
    ) -> None:
        """`places` tells which groups are asked for, from 1."""
        _ = words.text
        super().__init__(words, _("Recovery key"), QSize(1000, 720), parent)
        self._recovery, self._places = recovery, places
        self.groups = recovery_key.printed(recovery)
        self.asked: dict[int, TextField] = {}
        self.pdf = PdfView(words)
        self.steps = QStackedWidget()
        self._question = QWidget()
        self.steps.addWidget(self._key_step())
        self.steps.addWidget(self._question)
        self.body.addWidget(self.steps, 1)
        self.back_button = self.add_button(_("Back to the key"), "arrow-left", self._show_key)
        self.next_button = self.add_button(
            _("It is on paper"), "arrow-right", self._ask, primary=True
        )
        self.done_button = self.add_button(
            _("Check the groups"), "check", self._check, primary=True
        )
        self.close_button.setText(_("Cancel"))
        self._show_key()

    def show_paper(self, pdf: bytes) -> None:
        """The paper is made."""
        self.pdf.load(pdf, "recovery-key.pdf", self.words.text("Recovery key"))

    def refuse(self, refused: Refused) -> None:
        """Say why there is no paper, or why nothing came of the key."""
        self.message_bar.warning(explain(self.words, refused))

    def _show_key(self) -> None:
        self.steps.setCurrentIndex(0)
        self.back_button.hide()
        self.done_button.hide()
        self.next_button.show()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.message_bar.clear()

    def _ask(self) -> None:
        _ = self.words.text
        self.message_bar.clear()
        self.asked = {place: TextField(20) for place in self._places()}
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            _said(_("Type these two groups from the paper, so that we know it can be read."))
        )
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (place, field) in enumerate(self.asked.items()):
            title = plain_label(_("Group %(place)s") % {"place": place})
            title.setBuddy(field)
            field.setAccessibleName(title.text())
            field.setMaximumWidth(220)
            field.returnPressed.connect(self._check)
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(2, 1)
        column.addWidget(card)
        column.addStretch()
        self.steps.removeWidget(self._question)
        self._question.deleteLater()
        self._question = fresh
        self.steps.addWidget(fresh)
        self.steps.setCurrentIndex(1)
        self.next_button.hide()
        self.back_button.show()
        self.done_button.show()
        next(iter(self.asked.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self.message_bar.clear()
        for place, field in self.asked.items():
            mark_wrong(field, wrong=False)
            if not field.value():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            try:
                check_typed(self._recovery, place, field.value())
            except Refused as wrong:
                mark_wrong(field, wrong=True)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.refuse(wrong)
                return
        self.proven.emit()

    def _key_step(self) -> QWidget:
        _ = self.words.text
        said = QVBoxLayout()
        said.setSpacing(12)
        for text in (
            _("With this key the office opens when a passphrase is forgotten."),
            _("Print it, or write it down, and put it into the safe. It is shown only now."),
            _("Do not keep it on this computer: whoever has both can read everything."),
        ):
            said.addWidget(_said(text))
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        for at, group in enumerate(self.groups):
            row, column = divmod(at, _ACROSS)
            place = plain_label(str(at + 1), "muted")
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            shown = plain_label(group, "h1")
            shown.setAccessibleName(
                _("Group %(place)s: %(signs)s") % {"place": at + 1, "signs": " ".join(group)}
            )
            grid.addWidget(place, row, column * 2)
            grid.addWidget(shown, row, column * 2 + 1)
        for column in range(_ACROSS):
            grid.setColumnStretch(column * 2 + 1, 1)
        said.addWidget(card)
        said.addStretch()
        left = QWidget()
        left.setLayout(said)
        left.setFixedWidth(360)
        said.setContentsMargins(0, 0, 0, 0)
        step = QWidget()
        across = QHBoxLayout(step)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(left)
        across.addWidget(self.pdf, 1)
        return step


def _said(text: str) -> QLabel:
    label = plain_label(text)
    label.setWordWrap(True)
    return label
