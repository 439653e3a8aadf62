"""The page of reports: choose, see, save, print."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, offices, pairings
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.reports.choices import Choice, ReportKind, last_finished, last_year, quarters, years
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.pdf_view import PdfView
from ui.widgets.room import scrolled
from ui.work import Progress, Worker


class ReportsPage(QWidget):
    """Shows the chosen report at once, and again after every other choice and every change.

    What was read or made for an older choice is dropped when it arrives.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self._wanted: Choice | None = None
        self._making: Progress | None = None
        self.message_bar = MessageBar(words)
        self.kinds = QButtonGroup(self)
        self.quarter_button = QRadioButton(_("Quarterly report"))
        self.year_button = QRadioButton(_("Yearly report"))
        self.follow_up_button = QRadioButton(_("Follow-up report"))
        self.kinds.addButton(self.quarter_button)
        self.kinds.addButton(self.year_button)
        self.kinds.addButton(self.follow_up_button)
        self.quarter_button.setChecked(True)
        self.quarter = ChoiceField(quarters(words, today()))
        self.quarter.set_value(last_finished(today()))
        self.year = ChoiceField(years(words, today()))
        self.year.set_value(last_year(today()))
        self.coordinator = ChoiceField([("", _("All coordinators"))])
        self.language = ChoiceField([(one, language_name(one)) for one in LANGUAGES])
        self.language.set_value(words.language)
        self.pdf = PdfView(words)
        self._labels: dict[str, QLabel] = {}
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)  # running through the quarters with the arrow key makes one
        self._soon.timeout.connect(self._make)
        self.kinds.buttonClicked.connect(lambda _button: self._choose())
        for field in (self.quarter, self.year, self.coordinator, self.language):
            field.changed.connect(self._choose)
        self._fit_to_kind()

    def refresh(self) -> None:
        """Read who the coordinators are, and make the chosen report anew."""
        today = self._today()
        self._worker.read(
            self, lambda tx: _coordinators(tx, today), self._show_coordinators, self._refused
        )

    @property
    def choice(self) -> Choice:
        """The report as it is chosen now."""
        return Choice(
            self._kind(),
            self.quarter.value(),
            self.year.value(),
            self.coordinator.value() or "",
            self.language.value(),
        )

    def _kind(self) -> ReportKind:
        if self.quarter_button.isChecked():
            return ReportKind.QUARTER
        return ReportKind.YEAR if self.year_button.isChecked() else ReportKind.FOLLOW_UP

    def _show_coordinators(self, names: list[str]) -> None:
        _ = self._words.text
        self.coordinator.set_choices(
            [("", _("All coordinators")), *((name, name) for name in names)]
        )
        self._make()

    def _choose(self) -> None:
        self._fit_to_kind()
        self._soon.start()

    def _fit_to_kind(self) -> None:
        kind = self._kind()
        for name, field, of in (
            ("quarter", self.quarter, ReportKind.QUARTER),
            ("year", self.year, ReportKind.YEAR),
            ("coordinator", self.coordinator, ReportKind.FOLLOW_UP),
        ):
            shown = kind is of
            field.setVisible(shown)
            self._labels[name].setVisible(shown)

    def _make(self) -> None:
        choice = self._wanted = self.choice
        today = self._today()
        self._worker.read(
            self,
            choice.gather(today),
            lambda values: self._compute(choice, values, today),
            self._refused,
        )

    def _compute(self, choice: Choice, values: object, today: date) -> None:
        if choice != self._wanted:
            return
        if self._making is not None:
            self._making.cancel()
        self._making = self._worker.compute(
            self,
            lambda _progress: choice.make(values),
            lambda pdf: self._show(choice, pdf, today),
            self._refused,
            title=self._words.text("Making the report"),
        )

    def _show(self, choice: Choice, pdf: bytes, today: date) -> None:
        if choice != self._wanted:
            return
        self._making = None
        self.message_bar.clear()
        self.pdf.load(pdf, choice.file_name(today), self._words.text("Report"))

    def _refused(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        _ = self._words.text
        sheet = QWidget()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for button, hint in (
            (
                self.quarter_button,
                _(
                    "One page of figures for managers, with the quarters before; then what else "
                    "was done. It names nobody."
                ),
            ),
            (
                self.year_button,
                _(
                    "The year for a committee: pairs, outcomes, goals and measures, and what each "
                    "organisation gave. It names no person."
                ),
            ),
            (
                self.follow_up_button,
                _(
                    "Every running pair with its last meeting, its hours, what comes next and "
                    "what is open. For the coordinator alone: it has names."
                ),
            ),
        ):
            button.setAccessibleDescription(hint)
            column.addWidget(button)
            note = plain_label(hint, "muted")
            note.setWordWrap(True)
            note.setContentsMargins(28, 0, 0, 10)
            column.addWidget(note)
        for name, text, field in (
            ("quarter", _("Quarter"), self.quarter),
            ("year", _("Year"), self.year),
            ("coordinator", _("Coordinator"), self.coordinator),
            ("language", _("Language of the report"), self.language),
        ):
            title = plain_label(text)
            title.setContentsMargins(0, 8, 0, 0)
            title.setBuddy(field)
            field.setAccessibleName(text)
            self._labels[name] = title
            column.addWidget(title)
            column.addWidget(field)
        column.addStretch()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(280)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 12, 16)
        inside.addWidget(scrolled(sheet))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(card)
        across.addWidget(self.pdf, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(plain_label(_("Reports"), "h1"))
        layout.addLayout(across, 1)


def _coordinators(tx: Transaction, today: date) -> list[str]:
    """The coordinators of the office and whoever else is responsible for a pair."""
    responsible = {row.coordinator for row in pairings.rows(tx, today)}
    return sorted({*offices.read(tx).coordinators, *responsible} - {""})
